import { readContent } from "@/lib/cli/demo/content";
import { languages } from "@/lib/search/schema";

export type Language = (typeof languages)[number];

/** Numbers that look random and are the same every time, so that two runs measure the same portal. */
const dice = (state: number) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
export const random = dice(20261122);
export const below = (count: number) => Math.floor(random() * count);
export const oneOf = <T>(all: readonly T[]) => all[below(all.length)] as T;

/** Draws a number below `count`; the further down, the rarer, as words and the sizes of places are (Zipf). */
export const ranked = (count: number, shift = 0) => {
  const sums: number[] = [];
  for (let rank = 0; rank < count; rank++) sums.push((sums[rank - 1] ?? 0) + 1 / (rank + 1 + shift));
  const total = sums.at(-1) ?? 0;
  return () => {
    const sought = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < sought) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

/** Every text of the demo organisation, by language. */
const demoTexts = () => {
  const texts = new Map<string, string[]>(languages.map((language) => [language, []]));
  for (const place of readContent().places)
    for (const told of place.discussions) {
      const all = [told, ...told.replies, ...told.replies.flatMap(({ replies }) => replies)];
      for (const { language = told.language, body } of all) texts.get(language)?.push(body);
      texts.get(told.language)?.push(told.title);
    }
  return texts;
};

const TAIL = 40_000;
/** Of a hundred words so many are from the tail: names, compounds, terms of one trade. */
const RARE = 0.06;

/**
 * Words as people use them: those of the demo organisation as often as they stand there, and a long tail of ones put together from their
 * halves, each rarer than the one before.
 */
const vocabulary = (texts: string[]) => {
  const common = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const long = [...new Set(common.filter((word) => word.length > 4))].sort();
  const half = (word: string, first: boolean) => (first ? word.slice(0, Math.ceil(word.length / 2)) : word.slice(Math.floor(word.length / 2)));
  const tail = Array.from({ length: TAIL }, () => half(oneOf(long), true) + half(oneOf(long), false));
  const rank = ranked(TAIL);
  const times = new Map<string, number>();
  const say = () => {
    if (random() >= RARE) return oneOf(common);
    const word = tail[rank()] ?? "";
    times.set(word, (times.get(word) ?? 0) + 1);
    return word;
  };
  return { common, say, times };
};

const all = new Map([...demoTexts()].map(([language, texts]) => [language, vocabulary(texts)]));
const of = (language: Language) => all.get(language) ?? vocabulary([]);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const words = (language: Language, count: number) => Array.from({ length: count }, () => of(language).say()).join(" ");
export const title = (language: Language) => `${capital(words(language, 4 + below(6)))}${random() < 0.5 ? "?" : ""}`;

/** A text of some paragraphs, as it was typed and as it is shown. */
export const text = (language: Language, paragraphs: number) => {
  const sentence = () => `${capital(words(language, 6 + below(14)))}.`;
  const parts = Array.from({ length: paragraphs }, () => Array.from({ length: 1 + below(4) }, sentence).join(" "));
  return { body: parts.join("\n\n"), html: parts.map((part) => `<p>${part}</p>`).join("\n") };
};

/** What is looked for: a word of every fifth text or so, one that stands in a few, a common one with two letters changed round, and pairs of words as often as they are said. */
export const questions = () => {
  const { common, times } = of("en");
  const counted = new Map<string, number>();
  for (const word of common) counted.set(word, (counted.get(word) ?? 0) + 1);
  const often = [...counted].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const spoken = common.filter((word) => word.length > 4);
  const known = often.filter((word) => word.length > 8)[5] ?? "";
  return {
    common: often.find((word) => word.length > 5) ?? "",
    rare: [...times].find(([word, count]) => count === 3 && word.length > 7)?.[0] ?? "",
    pairs: Array.from({ length: 40 }, () => `${oneOf(spoken)} ${oneOf(spoken)}`),
    misspelt: known.slice(0, 4) + known.charAt(5) + known.charAt(4) + known.slice(6),
  };
};
