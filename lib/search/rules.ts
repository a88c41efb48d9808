/** A word or a phrase in quotation marks, in the form `websearch_to_tsquery` takes; `any` of them will do, or with `not` none may be there. */
export type Term = { any: string[]; not?: true };
/** What is asked for: alternatives ("or") of terms that must all be there. */
export type Asked = Term[][];

/** Characters and terms of a question that are read; what comes after is left out. */
export const LONGEST = 200;
export const MOST_TERMS = 12;

const marks = /["“”„«»]/gu;
const pieces = /(-?)"([^"]*)"?|(\S+)/gu;
const hasWord = /[\p{L}\p{N}]/u;

/** What someone typed, as one line that can be stored, shown and asked again. */
export const tidy = (said: string) =>
  Array.from(said.slice(0, 4 * LONGEST).normalize("NFC").replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim()).slice(0, LONGEST).join("").trim();

const term = (minus: string, quoted: string | undefined, bare: string | undefined): Term | "or" | null => {
  if (bare?.toLowerCase() === "or") return "or";
  const not = minus !== "" || /^-./u.test(bare ?? "");
  const words = (quoted ?? bare ?? "").replace(/[\\'"]/gu, " ").replace(/^[\s-]+/u, "").trim();
  if (!hasWord.test(words)) return null;
  return { any: [quoted === undefined && !words.includes(" ") ? words : `"${words}"`], ...(not && { not }) };
};

/** Reads a question: words, "phrases", -exclusions, or. What has no letter or figure is no word; what only excludes asks for nothing. */
export const understand = (said: string): Asked => {
  const asked: Asked = [[]];
  let left = MOST_TERMS;
  for (const [, minus = "", quoted, bare] of tidy(said).replace(marks, '"').matchAll(pieces)) {
    const one = term(minus, quoted, bare);
    if (one === "or") asked.push([]);
    else if (one && left-- > 0) asked.at(-1)?.push(one);
  }
  return asked.filter((terms) => terms.some(({ not }) => !not));
};

const spelt = /^\p{L}{4,40}$/u;

/** The words that may be misspelt: long enough, not in quotation marks, not excluded. */
export const guessable = (asked: Asked) => [...new Set(asked.flat().flatMap(({ any: [word = ""], not }) => (!not && spelt.test(word) ? [word.toLowerCase()] : [])))];

/** A word with two neighbouring letters in each other's place: the likeliest slip, and in a short word too few letters stay together to see it otherwise. */
export const transposed = (word: string) => {
  const letters = Array.from(word);
  return letters.slice(1).map((letter, place) => [...letters.slice(0, place), letter, letters[place], ...letters.slice(place + 2)].join(""));
};

/** The same question with other words in place of those that nothing was found for. */
export const corrected = (asked: Asked, words: ReadonlyMap<string, string[]>): Asked =>
  asked.map((terms) => terms.map((one) => ({ ...one, any: (!one.not && words.get((one.any[0] ?? "").toLowerCase())) || one.any })));

/** The letters that parts of titles are compared with: what was typed without quotation marks and exclusions; too few of them tell nothing. */
export const lettersOf = (asked: Asked) => {
  const letters = asked.flat().flatMap(({ any: [word = ""], not }) => (not ? [] : [word.replaceAll('"', "")])).join(" ");
  return letters.length > 2 ? letters : null;
};

/** What is looked for as such: every word of the question that is not excluded. */
export const wordsOf = (asked: Asked) => asked.flat().flatMap(({ any, not }) => (not ? [] : any)).join(" ");

/**
 * What is found is ranked by five things, each a factor, so that none can stand in for another and each can only lift or lower what the text
 * earns. The weights are judged by the set in tests/integration/search/judged.test.ts.
 */
export const RANK = {
  /** Half of what a post counts for is gone in the end; after so many seconds two thirds of that half (two years). */
  fades: 63_000_000,
  /** An answer that was accepted, and a question that has one. */
  acceptedReply: 1.4,
  accepted: 1.2,
  /** Thanks and the like count whole, replies half; each tenfold adds so much, up to a half more. */
  use: 0.15,
  most: 1.5,
  /** In a community of mine, from my unit, about what I know or want to know, in a language of mine. */
  mine: 0.15,
  unit: 0.1,
  tags: 0.1,
  language: 0.15,
} as const;

/** What a row is ranked by: its words' nearness and place (`text`), its age in seconds (0 for what does not age), and the rest as counted or known now. */
export type Ranked = { text: number; age: number; reply: boolean; accepted: boolean; thanks: number; replies: number; mine: boolean; unit: boolean; tags: boolean; language: boolean };

/** The score of a row, without a unit: text × freshness × acceptance × use × closeness to the reader. `scoreSql` says the same. */
export const score = ({ text, age, reply, accepted, thanks, replies, mine, unit, tags, language }: Ranked) => {
  const fresh = 0.5 + 0.5 * Math.exp(-Math.max(0, age) / RANK.fades);
  const answer = accepted ? (reply ? RANK.acceptedReply : RANK.accepted) : 1;
  const use = Math.min(RANK.most, 1 + RANK.use * Math.log10(1 + thanks + replies / 2));
  const near = 1 + (mine ? RANK.mine : 0) + (unit ? RANK.unit : 0) + (tags ? RANK.tags : 0) + (language ? RANK.language : 0);
  return text * fresh * answer * use * near;
};

/** A piece of a text; `hit` where it is what was asked for. */
export type Segment = { text: string; hit: boolean };
/** Where a word that was found begins and ends. Our texts hold no control characters. */
export const HIT = "\u0002";
export const END = "\u0003";
/** What would look like markup to PostgreSQL while it looks for the words, and what stands for it meanwhile. */
export const ANGLES = "<>&";
export const VEILED = "\u0004\u0005\u0006";

/** Cuts an excerpt at the marks that PostgreSQL set around the words it found. */
export const segments = (marked: string): Segment[] =>
  marked
    .replace(/[\u0004-\u0006]/g, (veiled) => ANGLES[VEILED.indexOf(veiled)] ?? "")
    .split(HIT)
    .flatMap((piece, place) => {
      if (place === 0) return [{ text: piece, hit: false }];
      const [hit = "", ...rest] = piece.split(END);
      return [{ text: hit, hit: true }, { text: rest.join(""), hit: false }];
    })
    .filter(({ text }) => text);

/** A place in the ranking: which moment it was made at, whether it was widened, and the last row's score and id. */
export type Place = { at: Date; wide: boolean; score: number; id: string };

export const toPlace = ({ at, wide, score, id }: Place) => Buffer.from([at.getTime().toString(36), wide ? 1 : 0, score.toString(36), id].join(".")).toString("base64url");

const placed = /^([0-9a-z]{1,11})\.([01])\.([0-9a-z]{1,7})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Anything that is no place of ours is the beginning. */
export const fromPlace = (cursor: string | undefined): Place | null => {
  const [, at = "", wide, score = "", id = ""] = placed.exec(Buffer.from(cursor ?? "", "base64url").toString("latin1")) ?? [];
  const [time, value] = [new Date(Number.parseInt(at, 36)), Number.parseInt(score, 36)];
  return id && Number.isFinite(time.getTime()) && value < 2 ** 31 ? { at: time, wide: wide === "1", score: value, id } : null;
};
