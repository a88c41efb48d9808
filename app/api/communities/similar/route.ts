import { listSimilarCommunities } from "@/lib/communities/clarity/queries";
import { json, rest } from "@/lib/platform/rest";

/** Communities that may be about the same, while one is being named. */
export const GET = rest(
  async ({ actor, query }) => json({ items: await listSimilarCommunities(actor, { name: (query.name ?? "").slice(0, 200), domain: (query.domain ?? "").slice(0, 500) }) }),
  { quick: "completion" },
);
