import { polish } from "multilingual-stemmer";
import { fold } from "./fold";

/**
 * What a word of Polish is kept as, of which PostgreSQL knows no stemmer. Snowball's takes the endings off; what it leaves apart, because a
 * consonant changes before the ending (wspólnota, wspólnocie), is brought together here. A word may be several things: one in common is enough.
 */

/** Endings before which a consonant has changed, and what stood there before: -t, -st, -d, -k, -g, -r; the e that comes and goes; and what looks like a verb's -by and is a noun's. */
const changes: readonly (readonly [ending: string, before: string])[] = [
  ["scie", "st"], ["cie", "t"], ["dzie", "d"], ["ce", "k"], ["cy", "k"], ["dze", "g"], ["dzy", "g"], ["rze", "r"], ["rzy", "r"], ["ek", "k"], ["by", "b"],
];
const kept = /^[a-z]{3,40}$/;

/** The stems of a word, without accents, in no order; none of what is no word of Polish. Without its accents a word has those that can be told without them. */
export const stemsOf = (word: string): string[] => {
  const plain = fold(word);
  if (!kept.test(plain)) return [];
  const [ending, before] = changes.find(([one]) => plain.endsWith(one)) ?? ["", ""];
  const changed = ending ? [plain.slice(0, -ending.length) + before] : [];
  return [...new Set([fold(polish(word.toLowerCase())), polish(plain), ...changed])].filter((stem) => stem.length > 2);
};

/** Each word of some texts, without accents, with its stems. */
export const stemsIn = (texts: Iterable<string>): Map<string, string[]> => {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const stems = stemsOf(word);
      if (stems.length > 0) found.set(fold(word), (found.get(fold(word)) ?? new Set()).union(new Set(stems)));
    }
  return new Map([...found].map(([form, stems]) => [form, [...stems].sort()]));
};
