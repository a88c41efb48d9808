/** A draft that nobody has touched for a year is no longer being written. */
export const staleBefore = (now: Date) => {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - 1);
  return before;
};
