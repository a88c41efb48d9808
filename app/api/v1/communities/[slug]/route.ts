import { changeCommunity } from "@/lib/communities/charter/commands";
import { getCommunity } from "@/lib/communities/queries";
import { except, one, perform, rest } from "@/lib/platform/rest";
import { showCommunity } from "../../_views/communities";

type At = { slug: string };

export const GET = rest<At>(async ({ actor, params }) => one(await getCommunity(actor, params.slug), showCommunity));

export const PATCH = rest<At>((call) => {
  const now = () => getCommunity(call.actor, call.params.slug);
  return perform(call, changeCommunity, { slug: call.params.slug }, {
    show: async () => one(await now(), showCommunity),
    current: async () => now().then((record) => record && showCommunity(record)),
  });
});
export const { POST, PUT, DELETE, OPTIONS } = except("GET", "PATCH");
