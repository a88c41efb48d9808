import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { communitiesReadBy } from "../policy";

/** Words stand where the texts stand: who reads a community reads its tags. */
export const tagsSeenBy = (actor: Actor): Prisma.TagWhereInput => ({ community: communitiesReadBy(actor) });

/** A list of words is curated by the leaders. */
export const mayCurate = (actor: Actor, tag: { communityId: string }) => actor.kind === "person" && leads(actor, tag.communityId);
