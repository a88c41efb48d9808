import { toEntry, toInterest, toRhythm } from "@/lib/communities/rules";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { indexCommunities } from "@/lib/search/events";
import { type Clock, latest } from "./clock.ts";
import type { Place } from "./content.ts";
import type { Told } from "./discussions.ts";

/** One community with everyone and everything in it but its discussions; the counters are those of what is told in it. */
export const writeCommunity = async (tx: Tx, place: Place, { told, communityId, clock, id }: { told: Told; communityId: string; clock: Clock; id: (handle: string) => string }) => {
  const { slug, name, language, issue, inScope, outOfScope, sampleQuestions, intendedMembers, norms, firstItems } = place;
  const founded = clock.daysAgo(place.foundedDaysAgo);
  const members = [...place.leaders.map((handle) => ({ handle, interest: "do-this" as const, role: "LEADER" as const })), ...place.members.map((one) => ({ ...one, role: "MEMBER" as const }))];
  await tx.community.create({
    data: {
      id: communityId, slug, name, language, domain: issue, inScope, outOfScope, sampleQuestions, intendedMembers, norms, firstItems,
      rhythm: toRhythm(place.rhythm), entry: toEntry(place.entry), founderId: id(place.leaders[0] ?? ""),
      memberCount: members.length, discussionCount: told.discussions.length, lastActivityAt: latest(founded, ...told.discussions.map((one) => one.lastActivityAt)),
      createdAt: founded, updatedAt: founded,
    },
  });
  const joined = new Map((await tx.user.findMany({ where: { id: { in: members.map(({ handle }) => id(handle)) } }, select: { id: true, joinedAt: true } })).map((one) => [one.id, one.joinedAt]));
  await tx.membership.createMany({
    data: members.map(({ handle, interest, role }) => {
      const userId = id(handle);
      const from = latest(founded, joined.get(userId));
      return { userId, communityId, role, interest: toInterest(interest), caughtUpAt: clock.daysAgo(4), joinedAt: role === "LEADER" ? from : clock.between(from, told.firstActs.get(userId) ?? clock.now, "joined", slug, handle) };
    }),
  });
  const uses = (tag: string) => told.discussions.filter(({ tags }) => tags.includes(tag)).length;
  const tags = place.tags.map((tag) => ({ ...tag, id: newId(founded) }));
  await tx.tag.createMany({ data: tags.map((tag) => ({ id: tag.id, communityId, name: tag.name, uses: uses(tag.name) })) });
  await tx.tag.createMany({ data: tags.flatMap((tag) => tag.synonyms.map((synonym) => ({ communityId, name: synonym, mergedIntoId: tag.id }))) });

  await tx.membershipRequest.createMany({
    data: place.requests.map(({ handle, interest, message, daysAgo, by, accepted }) => ({
      communityId, userId: id(handle), interest: toInterest(interest), message, createdAt: clock.daysAgo(daysAgo),
      ...(accepted !== undefined && by && { accepted, answeredById: id(by), answeredAt: clock.after(clock.daysAgo(daysAgo), 20) }),
    })),
  });
  await tx.communityInvitation.createMany({
    data: place.invitations.map(({ handle, by, message, daysAgo }) => ({ communityId, userId: id(handle), invitedById: id(by), message, createdAt: clock.daysAgo(daysAgo) })),
  });
  await tx.topicFlag.createMany({ data: place.flags.map(({ handle, reason, daysAgo }) => ({ communityId, userId: id(handle), reason, createdAt: clock.daysAgo(daysAgo) })) });
  await indexCommunities(tx, [communityId]);
};
