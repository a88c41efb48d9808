import { joinCommunity, leaveCommunity } from "@/lib/communities/members/commands";
import { getCommunity } from "@/lib/communities/queries";
import { requestMembership, withdrawRequest } from "@/lib/communities/requests/commands";
import type { Command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { ok, refuse } from "@/lib/platform/result";
import { except, json, perform, rest } from "@/lib/platform/rest";

type At = { slug: string };

/** Which door it is: the one that is open, or the one where someone asks and may think better of it. */
const doorOf = async (actor: Actor, slug: string) => {
  const community = await getCommunity(actor, slug);
  if (!community) return null;
  return { asks: community.entry === "REQUEST" && !community.invitation && !community.membership, hasAsked: community.request !== null && !community.membership };
};

const enter: Command<{ state: "member" | "requested" }, string> = async (actor, raw, options) => {
  const door = await doorOf(actor, (raw as At).slug);
  if (!door) return refuse("not-found");
  const result = await (door.asks ? requestMembership : joinCommunity)(actor, raw, options);
  return result.ok ? ok({ state: door.asks ? ("requested" as const) : ("member" as const) }) : result;
};

/** Joining: at once where the door is open (201), or asked for where it must be approved (202). */
export const PUT = rest<At>((call) => perform(call, enter, { slug: call.params.slug }, ({ state }) => json({ state }, state === "member" ? 201 : 202)));

const leave: Command<unknown, string> = async (actor, raw, options) => {
  const door = await doorOf(actor, (raw as At).slug);
  return (door?.hasAsked ? withdrawRequest : leaveCommunity)(actor, raw, options);
};

/** Leaving, or taking back the wish to join. */
export const DELETE = rest<At>((call) => perform(call, leave, { slug: call.params.slug }, () => new Response(null, { status: 204 })));
export const { GET, POST, PATCH, OPTIONS } = except("PUT", "DELETE");
