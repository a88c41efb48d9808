/** The questions go first: an answer may stand before its question in the file, and an accepted one comes after it. */
export const phases = ["questions", "answers", "links"] as const;
export type Phase = (typeof phases)[number];
