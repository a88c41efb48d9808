import type { Entry } from "@/lib/generated/prisma/enums";
import type { Actor } from "@/lib/platform/actor";
import { buildActor, buildCommunity, buildDiscussion, buildReply, buildSystem, buildVisitor, actorOf, buildMembership } from "./build";

export const roles = ["visitor", "outsider", "HR admin", "administrator", "leader elsewhere", "member", "author", "leader", "system"] as const;
export type Role = (typeof roles)[number];
export type State = { entry?: Entry; archived?: boolean; closed?: boolean; deleted?: boolean };

/** One community with a question by its author and an answer by a member; and somebody in each role. */
export const buildWorld = async ({ entry = "OPEN", archived = false, closed = false, deleted = false }: State = {}) => {
  const community = await buildCommunity({ entry, ...(archived && { archivedAt: new Date() }) });
  const elsewhere = await buildCommunity();
  const join = async (role: "MEMBER" | "LEADER") => {
    const { id } = await buildActor();
    await buildMembership(id, community.id, role);
    return actorOf(id);
  };
  const author = await join("MEMBER");
  const member = await join("MEMBER");
  const question = await buildDiscussion(community.id, author.id, { ...(closed && { closedAt: new Date() }), ...(deleted && { deletedAt: new Date(), deletedById: author.id }) });
  const answer = await buildReply(question.id, member.id);
  const actors: Record<Role, Actor> = {
    visitor: buildVisitor(),
    outsider: await buildActor(),
    "HR admin": await buildActor({ roles: ["HR_ADMIN"] }),
    administrator: await buildActor({ roles: ["ADMINISTRATOR"] }),
    "leader elsewhere": await buildActor({ leads: [elsewhere.id] }),
    member,
    author,
    leader: await join("LEADER"),
    system: buildSystem(),
  };
  return { community, elsewhere, question, answer, actors };
};
