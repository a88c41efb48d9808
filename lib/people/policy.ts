import type { Prisma } from "@/lib/generated/prisma/client";
import type { PortalRole } from "@/lib/generated/prisma/enums";
import { type Actor, isAdministrator, isHrAdmin, managesPeople } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

const nobody = { id: { in: [] } } satisfies Prisma.UserWhereInput;

/** Colleagues, for everyone who is one: open accounts and invited ones. Not who has left, not the authors of imported texts. */
export const peopleSeenBy = (actor: Actor): Prisma.UserWhereInput =>
  actor.kind === "visitor" ? nobody : { closedAt: null, name: { not: null }, imported: null };

/** The same rows for raw SQL, where the person stands under the alias `u`. */
export const peopleSeenBySql = (actor: Actor) =>
  actor.kind === "visitor"
    ? sql`false`
    : sql`(u."closedAt" IS NULL AND u.name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ImportedAuthor" ia WHERE ia."userId" = u.id))`;

/** Who has a page: colleagues, and the authors of imported texts, whom their texts link to. */
export const profilesSeenBy = (actor: Actor): Prisma.UserWhereInput => (actor.kind === "visitor" ? nobody : { closedAt: null, name: { not: null } });
export const profilesSeenBySql = (actor: Actor) => (actor.kind === "visitor" ? sql`false` : sql`(u."closedAt" IS NULL AND u.name IS NOT NULL)`);

/** Whom HR admins and administrators look after, those included who have left. */
export const peopleManagedBy = (actor: Actor): Prisma.UserWhereInput => (actor.kind === "system" || mayManagePeople(actor) ? { imported: null } : nobody);
export const peopleManagedBySql = (actor: Actor) =>
  actor.kind === "system" || mayManagePeople(actor) ? sql`NOT EXISTS (SELECT 1 FROM "ImportedAuthor" ia WHERE ia."userId" = u.id)` : sql`false`;

export const mayManagePeople = (actor: Actor) => actor.kind === "person" && managesPeople(actor);
export const mayAdminister = (actor: Actor) => actor.kind === "person" && isAdministrator(actor);

export type Managed = { roles: { role: PortalRole }[] };

/** HR admins look after everyone but administrators: whoever may change an account's way in could otherwise walk in as one. */
export const mayManage = (actor: Actor, { roles }: Managed) =>
  actor.kind === "system" || mayAdminister(actor) || (actor.kind === "person" && isHrAdmin(actor) && !roles.some(({ role }) => role === "ADMINISTRATOR"));

/** What is someone's own: their profile, password, tokens, absences. */
export const isOwn = (actor: Actor, person: { id: string }) => actor.kind === "person" && actor.id === person.id;
export const mayEditProfile = isOwn;
