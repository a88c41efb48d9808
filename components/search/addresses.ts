import type { Route } from "next";
import type { SearchAddress } from "@/lib/search/schema";

export type Chosen = Pick<SearchAddress, "q" | "kind" | "community" | "unit" | "language">;

/** The page of a search: the question and the filters, with some of them changed or (undefined) let go. */
export const searchHref = (chosen: Chosen, change: { [Name in keyof Chosen | "after"]?: string | undefined } = {}) => {
  const said = Object.entries({ ...chosen, ...change }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/search?${new URLSearchParams(said)}` as Route;
};
