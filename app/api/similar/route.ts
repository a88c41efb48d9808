import { json, rest } from "@/lib/platform/rest";
import { SimilarAddress } from "@/lib/search/schema";
import { similarDiscussions } from "@/lib/search/similar/queries";

/** What was already talked about, while a title is typed: asked after a pause, so each server counts for itself. */
export const GET = rest(
  async ({ actor, query }) => {
    const { q, community } = SimilarAddress.parse(query);
    return json({ items: await similarDiscussions(actor, q, { community }) });
  },
  { quick: "completion" },
);
