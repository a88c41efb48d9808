import type { Prisma } from "@/lib/generated/prisma/client";
import type { Entry } from "@/lib/generated/prisma/enums";
import { type Actor, belongsTo, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

type Place = { id: string; entry: Entry; archivedAt: Date | null };

const isPerson = (actor: Actor) => actor.kind === "person";

/**
 * Whose name, charter and number of members someone sees: open ones and those by request are known to everyone in the portal;
 * a private one to its members, and to whom it has invited. Administrators are no exception (domain 3.1).
 */
export const communitiesSeenBy = (actor: Actor): Prisma.CommunityWhereInput =>
  actor.kind === "system"
    ? {}
    : isPerson(actor)
      ? {
          OR: [
            { entry: { in: ["OPEN", "REQUEST"] } },
            { id: { in: [...actor.memberOf] } },
            { invitations: { some: { userId: actor.id, answeredAt: null } } },
          ],
        }
      : { id: { in: [] } };

/** The same rows for raw SQL, where the community stands under the alias `c`. */
export const communitiesSeenBySql = (actor: Actor) =>
  actor.kind === "system"
    ? sql`true`
    : isPerson(actor)
      ? sql`(c.entry IN ('OPEN', 'REQUEST') OR c.id = ANY(${[...actor.memberOf]}::uuid[]) OR EXISTS (SELECT 1 FROM "CommunityInvitation" ci WHERE ci."communityId" = c.id AND ci."userId" = ${actor.id}::uuid AND ci."answeredAt" IS NULL))`
      : sql`false`;

/** Whose discussions, members and library someone reads: open ones are read by everyone, the others by their members. */
export const communitiesReadBy = (actor: Actor): Prisma.CommunityWhereInput =>
  actor.kind === "system" ? {} : isPerson(actor) ? { OR: [{ entry: "OPEN" }, { id: { in: [...actor.memberOf] } }] } : { id: { in: [] } };

/** The same rows for raw SQL, where the community stands under the alias `c`. */
export const communitiesReadBySql = (actor: Actor) =>
  actor.kind === "system"
    ? sql`true`
    : isPerson(actor)
      ? sql`(c.entry = 'OPEN' OR c.id = ANY(${[...actor.memberOf]}::uuid[]))`
      : sql`false`;

/** The same seen from the other side: whether the person `u` reads inside the community `c`. */
export const communityReadersSql = sql`(c.entry = 'OPEN' OR EXISTS (SELECT 1 FROM "Membership" cm WHERE cm."communityId" = c.id AND cm."userId" = u.id))`;

/** Members write, while the community is not archived. Posting in an open one offers joining. */
export const mayWriteIn = (actor: Actor, place: Place) => isPerson(actor) && belongsTo(actor, place.id) && !place.archivedAt;
export const mayLead = (actor: Actor, place: Place) => isPerson(actor) && leads(actor, place.id);

/** Whoever has an account may found a community (domain 004-08, 004-19). */
export const mayFound = isPerson;
/** Joining and leaving is everyone's own act, wherever they see the door; the rules say whether it is open. */
export const mayJoin = isPerson;
export const mayLeave = isPerson;
/** What only who belongs to it may do. */
export const mayBelong = (actor: Actor, place: Place) => isPerson(actor) && belongsTo(actor, place.id);
