import { changeCommunity } from "@/lib/communities/charter/commands";
import { getCommunity } from "@/lib/communities/queries";
import { except, one, perform, rest } from "@/lib/platform/rest";
import { showCommunity } from "../../_views/communities";

type At = { slug: string };

export const GET = rest<At>(async ({ actor, params }) => one(await getCommunity(actor, params.slug), showCommunity));

/** Made private, a community answers under its new address. */
export const PATCH = rest<At>((call) =>
  perform(call, changeCommunity, { slug: call.params.slug }, {
    show: async ({ slug }) => one(await getCommunity(call.actor, slug), showCommunity),
    current: async () => getCommunity(call.actor, call.params.slug).then((record) => record && showCommunity(record)),
  }),
);
export const { POST, PUT, DELETE, OPTIONS } = except("GET", "PATCH");
