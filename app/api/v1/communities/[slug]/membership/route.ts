import { joinCommunity, leaveCommunity } from "@/lib/communities/members/commands";
import { getCommunity } from "@/lib/communities/queries";
import { requestMembership } from "@/lib/communities/requests/commands";
import { problem } from "@/lib/platform/http";
import { json, perform, rest } from "@/lib/platform/rest";

type At = { slug: string };

/** Joining: at once where the door is open (201), or asked for where it must be approved (202). */
export const PUT = rest<At>(async (call) => {
  const { slug } = call.params;
  const community = await getCommunity(call.actor, slug);
  if (!community) return problem("not-found");
  if (community.entry === "REQUEST" && !community.invitation && !community.membership) return perform(call, requestMembership, { slug }, () => json({ state: "requested" }, 202));
  return perform(call, joinCommunity, { slug }, () => json({ state: "member" }, 201));
});

export const DELETE = rest<At>((call) => perform(call, leaveCommunity, { slug: call.params.slug }, () => new Response(null, { status: 204 })));
