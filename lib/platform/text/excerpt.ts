import { fold } from "./fold";

export type Segment = { text: string; marked: boolean };

type Word = { start: number; end: number; term: number };

/** The part of a term that its other forms share: library and libraries, община and общины. */
const stem = (term: string) => term.slice(0, term.length - (term.length >= 9 ? 3 : term.length >= 7 ? 2 : term.length >= 5 ? 1 : 0));

/** Whether a word of the text is the term, begins with it, or is another form of it. */
const fits = (word: string, term: string) => word.startsWith(term) || (term.length >= 5 && word.startsWith(stem(term)) && Math.abs(word.length - term.length) <= 3);

const found = (text: string, terms: string[]): Word[] => {
  const out: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const term = terms.findIndex((one) => fits(fold(match[0]), one));
    if (term >= 0) out.push({ start: match.index, end: match.index + match[0].length, term });
  }
  return out;
};

/** The word that the excerpt is cut around: the first of those after which the most different terms follow within the length. */
const bestWord = (words: Word[], length: number) => {
  let best = { start: 0, end: 0, score: 0 };
  const inside = new Map<number, number>();
  let last = 0;
  for (const [at, { start, end }] of words.entries()) {
    for (; last < words.length && (words[last]?.end ?? 0) <= start + length * 0.8; last++) inside.set(words[last]?.term ?? 0, (inside.get(words[last]?.term ?? 0) ?? 0) + 1);
    const score = inside.size * 100 + Math.min(last - at, 20);
    if (score > best.score) best = { start, end, score };
    const term = words[at]?.term ?? 0;
    const left = (inside.get(term) ?? 1) - 1;
    if (left > 0) inside.set(term, left);
    else inside.delete(term);
  }
  return best;
};

/** The nearest end of a word at or before `at`, but not before `floor`: an excerpt cuts no word where it can help it. */
const wordEnd = (text: string, at: number, floor: number) => {
  for (let place = at; place > floor; place--) if (/\s/.test(text[place] ?? " ")) return place;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
};

/** The nearest beginning of a word at or after `at`, `limit` at the latest: what the excerpt is cut around stays in it. */
const wordStart = (text: string, at: number, limit: number) => {
  for (let place = at; place < limit; place++) if (/\s/.test(text[place - 1] ?? " ")) return place;
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? "") ? limit + 1 : limit;
};

/**
 * About `length` characters of a text around the words that were searched for, as pieces to be shown: marked where they fit,
 * accents and endings forgiven. Plain strings, so that nothing in a text can be taken for HTML. An ellipsis shows what was left out.
 */
export const excerpt = (text: string, terms: string[], length = 200): Segment[] => {
  const plain = text.replace(/\s+/g, " ").trim();
  const words = found(plain, terms.slice(0, 12).map(fold).filter(Boolean));
  const best = plain.length <= length ? null : bestWord(words, length);
  const wanted = best === null ? 0 : Math.max(0, Math.min(best.start - Math.round(length * 0.15), plain.length - length));
  const start = wanted === 0 ? 0 : wordStart(plain, wanted, Math.max(best?.start ?? 0, wanted));
  const end = plain.length <= start + length ? plain.length : wordEnd(plain, start + length, Math.max(start + length - 40, (best?.end ?? 0) - 1));
  const out: Segment[] = [];
  const say = (piece: string, marked: boolean) => {
    const last = out.at(-1);
    if (last && last.marked === marked) last.text += piece;
    else if (piece) out.push({ text: piece, marked });
  };
  if (start > 0) say("… ", false);
  let from = start;
  for (const word of words) {
    if (word.start < start || word.end > end) continue;
    say(plain.slice(from, word.start), false);
    say(plain.slice(word.start, word.end), true);
    from = word.end;
  }
  say(plain.slice(from, end), false);
  if (end < plain.length) say(" …", false);
  return out;
};
