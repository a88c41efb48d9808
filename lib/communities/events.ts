import "server-only";
import { system } from "@/lib/platform/actors";
import type { Reaction, Reactions } from "@/lib/platform/events";
import { holdCommunity } from "./commands";
import { askWhereNobodyLeads } from "./leaders/commands";
import { dismiss } from "./members/commands";
import { replaceTag } from "./tags/commands";

/** A text that was being written while its tag was renamed or merged may have come in with the old word. */
const sweepTag: Reaction = async (tx, { communityId, payload }) => {
  if (communityId && typeof payload.from === "string" && typeof payload.to === "string") await replaceTag(tx, communityId, payload.from, payload.to);
};

/** Someone whose account is closed belongs nowhere any more; where they led alone, the longest-standing member is asked; where they were alone, it is archived. */
const departed: Reaction = async (tx, { subjectId: userId }) => {
  const places = await tx.membership.findMany({ where: { userId }, select: { communityId: true, community: { select: { slug: true } } }, orderBy: { communityId: "asc" } });
  for (const { communityId, community } of places) {
    await holdCommunity(tx, community.slug, system);
    await dismiss(tx, communityId, userId);
    await askWhereNobodyLeads(tx, communityId);
    await tx.community.updateMany({ where: { id: communityId, memberCount: 0, archivedAt: null }, data: { archivedAt: new Date() } });
  }
  await tx.membershipRequest.deleteMany({ where: { userId, answeredAt: null } });
  await tx.communityInvitation.deleteMany({ where: { userId, answeredAt: null } });
  await tx.leadershipOffer.updateMany({ where: { askedById: userId, answeredAt: null }, data: { leaving: false } });
};

export const reactions: Reactions = {
  "tag.renamed": sweepTag,
  "tag.merged": sweepTag,
  "person.closed": departed,
  "person.erased": departed,
};
