import { problem } from "@/lib/platform/http";
import { asked, except, json, rest } from "@/lib/platform/rest";
import { search } from "@/lib/search/queries";
import { SearchRequest } from "@/lib/search/schema";
import { showHit } from "../_views/search";

export const GET = rest(
  ({ actor, query }) =>
    asked(SearchRequest, query, async (request) => {
      const found = await search(actor, request);
      return found ? json({ items: found.items.map(showHit), next: found.next }) : problem("unavailable", { detail: "The search was given up: fewer words make it quicker.", retryAfter: 1 });
    }),
  { quick: "search" },
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
