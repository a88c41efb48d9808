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

/** The doors worth offering: all that are narrower, and a wider one where it may still be opened. */
export const doorsFrom = (from: Entry, { empty }: { empty: boolean }) =>
  (["OPEN", "REQUEST", "PRIVATE"] as const).filter((to) => to !== from && changeEntry(from, to, { writtenSince: !empty }).ok);

/** Which fields say something else than before. */
export const changedFields = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(after).filter((field) => after[field] !== undefined && JSON.stringify(after[field]) !== JSON.stringify(before[field]));

/** The texts of a charter as a form holds them: lists a line each. */
export const charterFields = ["name", "domain", "inScope", "outOfScope", "sampleQuestions", "intendedMembers", "norms", "rhythm", "firstItems", "language"] as const;
export type CharterField = (typeof charterFields)[number];
export type CharterTexts = Record<CharterField, string>;
export type CharterSaid = Record<CharterField, string | readonly string[]>;

const asText = (said: string | readonly string[] | undefined) => (typeof said === "string" ? said : (said ?? []).join("\n")).trim().replace(/\r\n?/g, "\n");

/** A charter as its form shows it. */
export const toTexts = (charter: CharterSaid) => Object.fromEntries(charterFields.map((field) => [field, asText(charter[field])])) as CharterTexts;

/**
 * Two changes of one charter, field by field: what only one of them touched is taken from that one; what both changed in
 * different ways keeps one's own text, with the other beside it. Where nobody knows any more what both began with (`base` is
 * null), everything that differs stands side by side.
 */
export const mergeCharter = (base: CharterSaid | null, mine: Partial<CharterSaid>, theirs: CharterSaid) =>
  Object.fromEntries(
    charterFields.map((field) => {
      const [was, own, other] = [base && asText(base[field]), asText(mine[field]), asText(theirs[field])];
      if (own === other || own === was) return [field, { text: other }];
      return [field, other === was ? { text: own } : { text: own, other }];
    }),
  ) as Record<CharterField, { text: string; other?: string }>;
