import { foundCommunity } from "@/lib/communities/commands";
import { getCommunity, listCommunities } from "@/lib/communities/queries";
import { CommunitiesRequest } from "@/lib/communities/schema";
import { actorById } from "@/lib/platform/actors";
import { asked, except, json, one, perform, rest } from "@/lib/platform/rest";
import { showCommunity } from "../_views/communities";

export const GET = rest(({ actor, query }) =>
  asked(CommunitiesRequest, query, async (filter) => {
    const { items, next } = await listCommunities(actor, filter);
    return json({ items: items.map(showCommunity), next });
  }),
);

export const POST = rest((call) =>
  perform(call, foundCommunity, {}, async ({ slug }) => {
    const leader = await actorById(call.actor.id); // a private one is seen by whom it has as a member now
    return one(leader && (await getCommunity(leader, slug)), showCommunity, 201);
  }),
);
export const { PUT, PATCH, DELETE, OPTIONS } = except("GET", "POST");
