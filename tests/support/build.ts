import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommunityRole, PortalRole } from "@/lib/generated/prisma/enums";
import { type Actor, NOBODY } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

const some = () => randomUUID().slice(0, 8);

export const buildPerson = (over: Partial<Prisma.UserUncheckedCreateInput> = {}) => {
  const handle = `person-${some()}`;
  return db.user.create({ data: { handle, name: `Person ${handle.slice(7)}`, email: `${handle}@example.org`, joinedAt: new Date(), ...over } });
};

/** The actor a session would prove for this person now: what they belong to is read from the database. */
export const actorOf = async (id: string): Promise<Actor> => {
  const [roles, memberships] = await Promise.all([db.roleGrant.findMany({ where: { userId: id } }), db.membership.findMany({ where: { userId: id } })]);
  return {
    id,
    kind: "person",
    roles: roles.map((grant) => grant.role),
    memberOf: memberships.map((one) => one.communityId),
    leads: memberships.filter((one) => one.role === "LEADER").map((one) => one.communityId),
  } as unknown as Actor;
};

type In = { memberOf?: string[]; leads?: string[]; roles?: PortalRole[]; person?: Partial<Prisma.UserUncheckedCreateInput> };

export const buildActor = async ({ memberOf = [], leads = [], roles = [], person = {} }: In = {}) => {
  const { id } = await buildPerson(person);
  await db.roleGrant.createMany({ data: roles.map((role) => ({ userId: id, role })) });
  for (const communityId of memberOf) await buildMembership(id, communityId, leads.includes(communityId) ? "LEADER" : "MEMBER");
  for (const communityId of leads) if (!memberOf.includes(communityId)) await buildMembership(id, communityId, "LEADER");
  return actorOf(id);
};

export const buildVisitor = () => ({ id: NOBODY, kind: "visitor", roles: [], memberOf: [], leads: [] }) as unknown as Actor;
export const buildSystem = () => ({ id: NOBODY, kind: "system", roles: [], memberOf: [], leads: [] }) as unknown as Actor;

export const buildMembership = async (userId: string, communityId: string, role: CommunityRole = "MEMBER") => {
  await db.membership.create({ data: { userId, communityId, role } });
  await db.community.update({ where: { id: communityId }, data: { memberCount: { increment: 1 } } });
};

export const buildCommunity = (over: Partial<Prisma.CommunityUncheckedCreateInput> = {}) => {
  const slug = `drilling-${some()}`;
  return db.community.create({
    data: {
      slug,
      name: `Drilling ${slug.slice(9)}`,
      language: "en",
      domain: "How we keep drills cool and people safe.",
      inScope: "Drills, cooling, safety at the rig.",
      outOfScope: "Payroll goes to the office.",
      sampleQuestions: ["How hot is too hot?", "Which coolant for clay?", "Who may stop the drill?"],
      intendedMembers: "Everyone who drills.",
      firstItems: ["A cooling checklist", "A map of soils", "A list of people to call"],
      rhythm: "MONTHLY",
      entry: "OPEN",
      ...over,
    },
  });
};

export const buildDiscussion = async (communityId: string, authorId: string | null, over: Partial<Prisma.DiscussionUncheckedCreateInput> = {}) => {
  const discussion = await db.discussion.create({
    data: {
      communityId,
      authorId,
      kind: "QUESTION",
      title: "Why does the pump stop?",
      body: "It stops every *Monday*.",
      html: "<p>It stops every <em>Monday</em>.</p>",
      language: "en",
      ...over,
    },
  });
  if (!over.deletedAt) await db.community.update({ where: { id: communityId }, data: { discussionCount: { increment: 1 } } });
  return discussion;
};

export const buildReply = async (discussionId: string, authorId: string | null, over: Partial<Prisma.ReplyUncheckedCreateInput> = {}) => {
  const reply = await db.reply.create({
    data: { discussionId, authorId, body: "Check the seal.", html: "<p>Check the seal.</p>", language: "en", ...over },
  });
  if (!over.deletedAt)
    await db.discussion.update({ where: { id: discussionId }, data: { replyCount: { increment: 1 }, lastActivityAt: reply.createdAt, lastReplierId: authorId } });
  return reply;
};
