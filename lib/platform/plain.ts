/** Levels that are looked into: no input of ours has as many, so that what lies deeper is dropped and its schema refuses the rest. */
const DEEPEST = 12;

/** Without what PostgreSQL takes neither as text nor inside JSON: NUL, and halves of characters. */
const plainText = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed();

const isRecord = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/**
 * A value from outside as the database can keep it: every text in it, names of fields too, made plain. Lists and plain objects
 * are copied; dates, files and the like stay what they are. Both doors to the database (`read`, `command`) pass everything through it.
 */
export const plain = <T>(value: T, level = 0): T => {
  if (typeof value === "string") return plainText(value) as T;
  if (typeof value !== "object" || value === null || (!Array.isArray(value) && !isRecord(value))) return value;
  if (level >= DEEPEST) return undefined as T;
  if (Array.isArray(value)) return value.map((one: unknown) => plain(one, level + 1)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [plainText(name), plain(one, level + 1)])) as T;
};
