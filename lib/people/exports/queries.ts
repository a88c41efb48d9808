import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { peopleManagedBy } from "../policy";
import { unitsSeenBy } from "../units/policy";

const mine = (actor: Actor) => ({ id: actor.id });

/** Everything the portal keeps of someone, for themselves: profile, places, memberships, texts as they stand and stood, marks, wishes. No secret, and no word of others. */
export const getMyData = read(mine, async (own, tx) => {
  const { id: userId } = own;
  const time = { createdAt: true } as const;
  const person = await tx.user.findFirst({
    where: own,
    select: {
      id: true, handle: true, name: true, email: true, locale: true, theme: true, timeZone: true, languages: true, about: true, position: true, category: true, knows: true, wants: true, joinedAt: true, ...time,
      unit: { select: { code: true, name: true } },
      manager: { select: { handle: true, name: true } },
      positions: { select: { title: true, category: true, startsOn: true, endsOn: true, unit: { select: { code: true, name: true } } }, orderBy: { startsOn: "asc" } },
      absences: { select: { startsOn: true, endsOn: true } },
      identities: { select: { issuer: true, subject: true, ...time } },
      sessions: { select: { userAgent: true, lastSeenAt: true, endedAt: true, ...time }, orderBy: { createdAt: "asc" } },
      tokens: { select: { name: true, lastUsedAt: true, revokedAt: true, ...time } },
      privateAddresses: { select: { path: true, lastUsedAt: true, revokedAt: true, ...time } },
      roles: { select: { role: true, at: true } },
      erasureRequest: { select: { at: true } },
      emailChanges: { select: { email: true, usedAt: true, ...time } },
      headOf: { select: { code: true, name: true } },
      lessonManagerOf: { select: { code: true, name: true } },
      memberships: { select: { role: true, interest: true, joinedAt: true, community: { select: { slug: true, name: true } } } },
      membershipRequests: { select: { interest: true, message: true, answeredAt: true, accepted: true, community: { select: { slug: true, name: true } }, ...time } },
      communityInvitations: { select: { answeredAt: true, accepted: true, community: { select: { slug: true, name: true } }, ...time } },
      topicFlags: { select: { reason: true, resolvedAt: true, community: { select: { slug: true, name: true } }, ...time } },
      reports_: { select: { reason: true, discussionId: true, replyId: true, resolvedAt: true, ...time } },
      follows: { select: { level: true, at: true, discussionId: true, community: { select: { slug: true } }, tag: { select: { name: true, community: { select: { slug: true } } } } } },
      notifications: { select: { kind: true, reason: true, discussionId: true, at: true, readAt: true }, orderBy: { at: "asc" } },
      channelChoices: { select: { topic: true, channel: true, at: true } },
      mailRhythm: { select: { hour: true, weekday: true, quietFrom: true, quietTo: true } },
      mailSilences: { select: { threadId: true, at: true } },
      noticeMails: { select: { digest: true, sentAt: true, ...time }, orderBy: { createdAt: "asc" } },
      drafts: { select: { place: true, fields: true, updatedAt: true } },
    },
  });
  // one after the other: they share one connection
  const discussions = await tx.discussion.findMany({ where: { authorId: userId }, select: { id: true, kind: true, title: true, body: true, summary: true, language: true, tags: true, editedAt: true, deletedAt: true, ...time, community: { select: { slug: true } } }, orderBy: oldestFirst });
  const replies = await tx.reply.findMany({ where: { authorId: userId }, select: { id: true, discussionId: true, parentId: true, body: true, language: true, editedAt: true, deletedAt: true, ...time }, orderBy: oldestFirst });
  const revisions = await tx.revision.findMany({
    where: { OR: [{ replyId: null, discussion: { authorId: userId } }, { reply: { authorId: userId } }] },
    select: { discussionId: true, replyId: true, version: true, title: true, body: true, language: true, tags: true, at: true },
    orderBy: { at: "asc" },
  });
  const reactions = await tx.reaction.findMany({ where: { userId }, select: { name: true, discussionId: true, replyId: true, ...time }, orderBy: oldestFirst });
  const bookmarks = await tx.bookmark.findMany({ where: { userId }, select: { discussionId: true, replyId: true, ...time }, orderBy: oldestFirst });
  const readings = await tx.reading.findMany({ where: { userId }, select: { discussionId: true, seenAt: true }, orderBy: { seenAt: "asc" } });
  const mentions = await tx.mention.findMany({ where: { userId }, select: { discussionId: true, replyId: true, ...time }, orderBy: oldestFirst });
  const attachments = await tx.attachment.findMany({ where: { ownerId: userId }, select: { id: true, name: true, mediaType: true, size: true, discussionId: true, replyId: true, ...time }, orderBy: oldestFirst });
  if (!person) return null;
  const { reports_: reports, ...about } = person;
  return { person: about, reports, discussions, replies, revisions, reactions, bookmarks, readings, mentions, attachments };
});

const oldestFirst = { createdAt: "asc" } as const;

/** Whether someone has asked to be erased, and when. */
export const getErasureRequest = read(mine, ({ id }, tx) => tx.erasureRequest.findFirst({ where: { userId: id }, select: { at: true } }));

/** Everyone with an open account, as a file of people says it, by name; who has no mail address stands in no such file, and is counted. */
export const listPeopleForFile = read(peopleManagedBy, async (visible, tx) => {
  const open = { AND: [visible, { closedAt: null, name: { not: null } }] };
  const people = await tx.user.findMany({
    where: { AND: [open, { email: { not: null } }] },
    select: {
      email: true, name: true, position: true, category: true, languages: true, unit: { select: { code: true } }, manager: { select: { email: true, closedAt: true } },
      positions: { where: { endsOn: null }, select: { startsOn: true }, orderBy: { startsOn: "desc" }, take: 1 },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const rows = people.map(({ email, name, unit, position, positions: [now], manager, category, languages }) => ({
    email, name, unit: unit?.code ?? "", position, starts_on: now?.startsOn.toISOString().slice(0, 10) ?? "", manager_email: manager?.closedAt ? "" : (manager?.email ?? ""),
    category: category.toLowerCase(), languages: languages.join(";"),
  }));
  return { rows, without: await tx.user.count({ where: { AND: [open, { email: null }] } }) };
});

/** Open units, as a file of units says them. */
export const listUnitsForFile = read(unitsSeenBy, async (visible, tx) => {
  const units = await tx.unit.findMany({ where: { AND: [visible, { closedAt: null }] }, select: { code: true, name: true, satellite: true, parent: { select: { code: true } } }, orderBy: { code: "asc" } });
  return { rows: units.map(({ code, name, parent, satellite }) => ({ code, name, parent_code: parent?.code ?? "", satellite: satellite ? "yes" : "no" })), without: 0 };
});
