import { getCommunity } from "@/lib/communities/queries";
import { startDiscussion } from "@/lib/discussions/commands";
import { getDiscussion, getDiscussions, listDiscussions } from "@/lib/discussions/queries";
import { DiscussionsRequest } from "@/lib/discussions/schema";
import { problem } from "@/lib/platform/http";
import { asked, except, json, one, perform, rest } from "@/lib/platform/rest";
import { showDiscussion } from "../../../_views/discussions";

type At = { slug: string };

export const GET = rest<At>(async ({ actor, params: { slug }, query }) => {
  const community = await getCommunity(actor, slug);
  if (!community) return problem("not-found");
  if (!community.mayRead) return problem("forbidden");
  return asked(DiscussionsRequest, query, async (filter) => {
    const { items, next } = await listDiscussions(actor, { ...filter, mine: undefined, communityId: community.id, actorId: actor.id, pins: false });
    return json({ items: (await getDiscussions(actor, items.map(({ id }) => id))).map(showDiscussion), next });
  });
});

export const POST = rest<At>((call) =>
  perform(call, startDiscussion, { community: call.params.slug }, async ({ id }) => one(await getDiscussion(call.actor, id), showDiscussion, 201)),
);
export const { PUT, PATCH, DELETE, OPTIONS } = except("GET", "POST");
