import { diff3Merge } from "node-diff3";

/** Lines, not texts: an empty line and no line are two things. Joined with `\n`, one side of each chunk in order makes a whole text. */
export type Chunk = { kind: "agreed"; lines: string[] } | { kind: "conflict"; base: string[]; mine: string[]; theirs: string[] };
export type Merged = { clean: true; text: string } | { clean: false; chunks: Chunk[] };

/** Pairs of equal lines the comparison may look at; it is quadratic in repeated lines. */
const mostPairs = 2_000_000;

const lines = (text: string) => text.replace(/\r\n?/g, "\n").split("\n");

const pairs = (one: string[], other: string[]) => {
  const count = new Map<string, number>();
  for (const line of one) count.set(line, (count.get(line) ?? 0) + 1);
  return other.reduce((sum, line) => sum + (count.get(line) ?? 0), 0);
};

/** How many items the lists have in common at the start. */
const shared = (lists: string[][]) => {
  const most = Math.min(...lists.map((list) => list.length));
  let at = 0;
  while (at < most && lists.every((list) => list[at] === lists[0]?.[at])) at++;
  return at;
};

const compare = (base: string[], mine: string[], theirs: string[]): Chunk[] => {
  if (pairs(base, mine) + pairs(base, theirs) > mostPairs) return [{ kind: "conflict", base, mine, theirs }];
  return diff3Merge<string>(mine, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict ? { kind: "conflict", base: conflict.o, mine: conflict.a, theirs: conflict.b } : { kind: "agreed", lines: ok ?? [] },
  );
};

/** Chunks without the empty ones, and neighbours that agree as one. */
const joined = (chunks: Chunk[]) => {
  const out: Chunk[] = [];
  for (const chunk of chunks) {
    const last = out.at(-1);
    if (chunk.kind === "agreed" && last?.kind === "agreed") last.lines = [...last.lines, ...chunk.lines];
    else if (chunk.kind === "conflict" || chunk.lines.length > 0) out.push({ ...chunk });
  }
  return out;
};

/**
 * Brings together two changes of one text, line by line. Changes of different lines are joined; where both changed the
 * same lines in different ways, both stand side by side. Line breaks come out as `\n`. Bounded for any input: texts
 * that repeat themselves too much to be compared are one conflict.
 */
export const merge3 = (base: string, mine: string, theirs: string): Merged => {
  const [o, a, b] = [lines(base), lines(mine), lines(theirs)];
  const head = shared([o, a, b]);
  const rest = [o, a, b].map((list) => list.slice(head));
  const tail = shared(rest.map((list) => list.toReversed()));
  const [restO = [], restA = [], restB = []] = rest.map((list) => list.slice(0, list.length - tail));
  const chunks = joined([{ kind: "agreed", lines: o.slice(0, head) }, ...compare(restO, restA, restB), { kind: "agreed", lines: o.slice(o.length - tail) }]);
  if (chunks.some((chunk) => chunk.kind === "conflict")) return { clean: false, chunks };
  return { clean: true, text: chunks.flatMap((chunk) => (chunk.kind === "agreed" ? chunk.lines : [])).join("\n") };
};

/** One text of both: where they touch the same lines, one stands after the other under the words given, for a person to decide. */
export const mergedText = (merged: Merged, words: { mine: string; theirs: string }) =>
  merged.clean
    ? merged.text
    : merged.chunks
        .flatMap((chunk) => (chunk.kind === "agreed" ? chunk.lines : [`[${words.theirs}]`, ...chunk.theirs, `[${words.mine}]`, ...chunk.mine]))
        .join("\n");
