import { changeCommunity } from "@/lib/communities/charter/commands";
import { getCommunity } from "@/lib/communities/queries";
import { problem } from "@/lib/platform/http";
import { json, perform, rest } from "@/lib/platform/rest";
import { showCommunity } from "../../_views/communities";

type At = { slug: string };

export const GET = rest<At>(async ({ actor, params }) => {
  const community = await getCommunity(actor, params.slug);
  return community ? json(showCommunity(community)) : problem("not-found");
});

export const PATCH = rest<At>((call) =>
  perform(call, changeCommunity, { slug: call.params.slug }, async () => {
    const community = await getCommunity(call.actor, call.params.slug);
    return json(community && showCommunity(community));
  }),
);
