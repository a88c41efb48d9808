import "server-only";
import { communitiesReadBySql, communitiesSeenBy, communitiesSeenBySql } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { ReadTx, Tx } from "@/lib/platform/db";
import { discussionsSeenBySql } from "../policy";
import { type Author, undoableSince } from "./rules";

/** Everyone who wrote something in a discussion that stands, or that can still be taken back. */
export const authorsOf = (tx: Tx | ReadTx, discussionId: string, communityId: string, now: Date) =>
  tx.$queryRaw<(Author & { handle: string | null; name: string | null })[]>`
    SELECT u.id, u.handle, coalesce(u.name, min(w.name)) name, bool_or(u."closedAt" IS NULL AND m."userId" IS NOT NULL) IS TRUE here
    FROM (
      SELECT "authorId" id, "authorName" name FROM "Discussion" WHERE id = ${discussionId}::uuid
      UNION SELECT "authorId", "authorName" FROM "Reply" WHERE "discussionId" = ${discussionId}::uuid AND ("deletedAt" IS NULL OR "deletedAt" > ${undoableSince(now)})
    ) w LEFT JOIN "User" u ON u.id = w.id LEFT JOIN "Membership" m ON m."userId" = u.id AND m."communityId" = ${communityId}::uuid
    GROUP BY u.id ORDER BY name`;

/** The community a mover names, if they see it. */
export const findTarget = (tx: Tx, slug: string, actor: Actor) =>
  tx.community.findFirst({ where: { AND: [{ slug }, communitiesSeenBy(actor)] }, select: { id: true, slug: true, archivedAt: true } });

/** Living communities someone belongs to besides this one: where a discussion can go. */
export const listMoveTargets = read(
  (actor: Actor) => ({ visible: communitiesReadBySql(actor), mine: [...actor.memberOf] }),
  ({ visible, mine }, tx, communityId: string) =>
    tx.$queryRaw<{ id: string; slug: string; name: string; entry: "OPEN" | "REQUEST" | "PRIVATE" }[]>`
      SELECT c.id, c.slug, c.name, c.entry FROM "Community" c
      WHERE c.id = ANY(${mine}::uuid[]) AND c.id <> ${communityId}::uuid AND c."archivedAt" IS NULL AND ${visible} ORDER BY lower(c.name), c.id LIMIT 200`,
);

export type Proposal = {
  id: string;
  createdAt: Date;
  proposer: string | null;
  /** Null: a private community that the reader does not know of. */
  to: { slug: string; name: string; entry: "OPEN" | "REQUEST" | "PRIVATE" } | null;
  authors: { id: string | null; handle: string | null; name: string | null; here: boolean; consented: boolean }[];
};

/** The proposal that waits for the authors of a discussion, as whoever reads the discussion sees it. */
export const getProposal = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), known: communitiesSeenBySql(actor) }),
  async ({ visible, known }, tx, discussionId: string, now: Date): Promise<Proposal | null> => {
    const [move] = await tx.$queryRaw<(Omit<Proposal, "authors"> & { communityId: string; consented: string[] })[]>`
      SELECT m.id, m."createdAt", u.name proposer, d."communityId", array(SELECT k."userId"::text FROM "MoveConsent" k WHERE k."moveId" = m.id) consented,
        (SELECT json_build_object('slug', c.slug, 'name', c.name, 'entry', c.entry) FROM "Community" c WHERE c.id = m."toId" AND ${known}) "to"
      FROM "DiscussionMove" m JOIN "Discussion" d ON d.id = m."discussionId" JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON u.id = m."proposedById"
      WHERE m."discussionId" = ${discussionId}::uuid AND m."doneAt" IS NULL AND ${visible} ORDER BY m."createdAt" DESC LIMIT 1`;
    if (!move) return null;
    const { communityId, consented, ...proposal } = move;
    const authors = await authorsOf(tx, discussionId, communityId, now);
    return { ...proposal, authors: authors.map((one) => ({ ...one, consented: one.id !== null && consented.includes(one.id) })) };
  },
);
