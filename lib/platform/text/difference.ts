import { diffArrays } from "diff";

export type Part = { text: string; changed: boolean };
/** One line of a difference; `gap` stands for so many lines that are the same. */
export type DifferenceLine = { kind: "same" | "added" | "removed"; parts: Part[] } | { kind: "gap"; lines: number };

/** Beyond so many changes the texts have little in common, and finding the least difference takes quadratic time. */
const mostEdits = { lines: 1500, words: 400 };

const split = (text: string) => (text === "" ? [] : text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n"));
const whole = (kind: "same" | "added" | "removed", text: string): DifferenceLine => ({ kind, parts: [{ text, changed: false }] });

const words = (line: string) => line.match(/[\p{L}\p{N}\p{M}]+|\s+|./gu) ?? [];

/** A line that was changed, before and after, with the words that differ marked; unmarked where nearly all of it differs. */
const changedLine = (before: string, after: string): [DifferenceLine, DifferenceLine] => {
  const runs = diffArrays(words(before), words(after), { maxEditLength: mostEdits.words });
  const kept = runs?.filter((run) => !run.added && !run.removed).reduce((sum, run) => sum + run.value.join("").trim().length, 0) ?? 0;
  if (!runs || kept * 3 < Math.min(before.length, after.length)) return [whole("removed", before), whole("added", after)];
  const side = (other: "added" | "removed") => runs.filter((run) => !run[other]).map(({ value, added, removed }) => ({ text: value.join(""), changed: added || removed }));
  return [
    { kind: "removed", parts: side("added") },
    { kind: "added", parts: side("removed") },
  ];
};

const changedLines = (before: string[], after: string[]) => {
  const pairs = before.length === after.length ? before.map((line, at) => changedLine(line, after[at] ?? "")) : null;
  if (pairs) return [...pairs.map(([old]) => old), ...pairs.map(([, new_]) => new_)];
  return [...before.map((line) => whole("removed", line)), ...after.map((line) => whole("added", line))];
};

const folded = (lines: string[], context: number, first: boolean, last: boolean): DifferenceLine[] => {
  const head = first ? 0 : context;
  const tail = last ? 0 : context;
  if (lines.length <= head + tail + 1) return lines.map((line) => whole("same", line));
  const same = (some: string[]) => some.map((line) => whole("same", line));
  return [...same(lines.slice(0, head)), { kind: "gap", lines: lines.length - head - tail }, ...same(lines.slice(lines.length - tail))];
};

/**
 * What changed between two texts, line by line and within a line word by word, ready to be shown: removed lines before the
 * added ones, `context` same lines around them, the rest folded into gaps. Empty when nothing changed. Bounded for any input.
 */
export const difference = (before: string, after: string, context = 3): DifferenceLine[] => {
  const [old, new_] = [split(before), split(after)];
  const runs = diffArrays(old, new_, { maxEditLength: mostEdits.lines }) ?? [
    { value: old, added: false, removed: true },
    { value: new_, added: true, removed: false },
  ];
  if (runs.every((run) => !run.added && !run.removed)) return [];
  return runs.flatMap((run, at) => {
    const [previous, next] = [runs[at - 1], runs[at + 1]];
    if (run.removed) return changedLines(run.value, next?.added ? next.value : []);
    if (run.added) return previous?.removed ? [] : changedLines([], run.value);
    return folded(run.value, context, at === 0, at === runs.length - 1);
  });
};
