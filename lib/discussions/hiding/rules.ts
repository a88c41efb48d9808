/** Characters of the reason that is told to whoever wrote the post. */
export const REASON_LIMIT = 500;
