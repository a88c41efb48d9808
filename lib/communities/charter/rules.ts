import type { Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

const openness: Record<Entry, number> = { PRIVATE: 0, REQUEST: 1, OPEN: 2 };

/**
 * Who may see what was written under a promise. The door may be closed further at any time. It may not be opened over what
 * people wrote for fewer readers (quality, Security 12): a private community stays private, and one by request becomes open
 * only while nothing has been written in it since its door was set. Whoever wants a wider circle founds a wider community,
 * and moves discussions there with their authors' consent.
 */
export const changeEntry = (from: Entry, to: Entry, { writtenSince }: { writtenSince: boolean }) => {
  if (openness[to] <= openness[from]) return ok({ narrowed: openness[to] < openness[from] });
  if (from === "PRIVATE") return refuse("stays-private");
  if (writtenSince) return refuse("texts-inside");
  return ok({ narrowed: false });
};

/** Which fields say something else than before. */
export const changedFields = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(after).filter((field) => after[field] !== undefined && JSON.stringify(after[field]) !== JSON.stringify(before[field]));
