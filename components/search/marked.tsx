import type { Segment } from "@/lib/search/rules";

/** A text with the words that were found marked: pieces of text, never markup. */
export function Marked({ of }: { of: readonly Segment[] }) {
  return of.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : text));
}
