import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { actorOf, buildActor, buildPerson, buildSystem, buildVisitor } from "@/tests/support/build";

/** Who tries. The head looks after a unit and the people in it, and has no role in the portal. */
export const roles = ["visitor", "colleague", "head", "HR admin", "administrator", "system"] as const;
export type Role = (typeof roles)[number];

/** On whom: somebody at work, invited only, at work without a mail address, gone, forgotten, behind imported texts, with a role, who tries, and nobody. */
export const targets = ["colleague", "invited", "paper", "closed", "erased", "imported", "hr", "admin", "self", "missing"] as const;
export type Target = (typeof targets)[number];

export const secret = "a bicycle under seven clouds";
let hashed: Promise<string> | undefined;
export const secretHash = () => (hashed ??= hashPassword(secret));

export const caller = { address: "192.0.2.7", userAgent: "Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0" };
export const day = (said: string) => new Date(`${said}T00:00:00Z`);
/** The day that is so many days from today. */
export const from = (days: number) => new Date(day(new Date().toISOString().slice(0, 10)).getTime() + days * 86_400_000);
export const said = (date: Date) => date.toISOString().slice(0, 10);

export const buildUnit = (over: Partial<Prisma.UnitUncheckedCreateInput> = {}) => {
  const code = `U-${randomUUID().slice(0, 6).toUpperCase()}`;
  return db.unit.create({ data: { code, name: `Unit ${code}`, ...over } });
};

/** Somebody who stands in a unit since a day, with the history that says so. */
export const buildPlaced = async (unitId: string, over: Partial<Prisma.UserUncheckedCreateInput> = {}, startsOn = day("2020-01-01")) => {
  const person = await buildPerson({ unitId, position: "Librarian", ...over });
  await db.position.create({ data: { userId: person.id, unitId, title: person.position, category: person.category, startsOn } });
  return person;
};

export const buildImported = async (name = "Ada of old") => {
  const person = await buildPerson({ name, email: null, joinedAt: null });
  const sourceId = randomUUID();
  await db.importedAuthor.create({ data: { userId: person.id, source: "old-forum", sourceId, displayName: name } });
  await db.importedRecord.create({ data: { source: "old-forum", kind: "author", sourceId, recordId: person.id } });
  return person;
};

export const buildGone = async (over: Partial<Prisma.DepartureUncheckedCreateInput> = {}) => {
  const id = randomUUID();
  const handle = `left-${id.replaceAll("-", "")}`;
  const person = await db.user.create({ data: { id, handle, name: null, closedAt: new Date(), joinedAt: new Date() } });
  await db.departure.create({ data: { userId: id, name: "Gone Gustav", handle: `gone-${id.slice(0, 8)}`, email: `gone-${id.slice(0, 8)}@example.org`, ...over } });
  return person;
};

/** A portal with one of everybody. */
export const cast = async () => {
  await db.organisation.upsert({ where: { id: 1 }, create: { id: 1, name: "The library" }, update: {} });
  const unit = await buildUnit();
  const head = await buildPerson({ unitId: unit.id, category: "MANAGER" });
  const [asker, hrAdmin, administrator, theHead, colleague, invited, paper, closed, erased, imported, hr, admin] = await Promise.all([
    buildActor(),
    buildActor({ roles: ["HR_ADMIN"] }),
    buildActor({ roles: ["ADMINISTRATOR"] }),
    actorOf(head.id),
    buildPlaced(unit.id, { managerId: head.id }),
    buildPerson({ joinedAt: null }),
    buildPerson({ email: null }),
    buildGone(),
    buildGone({ name: null, handle: null, email: null, erasedAt: new Date() }),
    buildImported(),
    buildActor({ roles: ["HR_ADMIN"] }),
    buildActor({ roles: ["ADMINISTRATOR"] }),
    db.unit.update({ where: { id: unit.id }, data: { headId: head.id } }),
  ]);
  const actors: Record<Role, Actor> = { visitor: buildVisitor(), colleague: asker, head: theHead, "HR admin": hrAdmin, administrator, system: buildSystem() };
  const all = { colleague, invited, paper, closed, erased, imported, hr, admin, missing: { id: randomUUID() } };
  const ids = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.id])) as Record<keyof typeof all, string>;
  const id = (target: Target, actor: Actor) => (target === "self" ? actor.id : ids[target]);
  return { unit, actors, ids, id };
};
export type Cast = Awaited<ReturnType<typeof cast>>;

/** Everything a command of people could have touched, as one text: equal before and after a refusal. */
export const everything = async () => {
  const [row] = await db.$queryRaw<{ all: string }[]>`SELECT concat_ws(E'\n',
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Organisation" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Unit" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "User" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Position" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Absence" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "ImportedAuthor" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Departure" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "ErasureRequest" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "RoleGrant" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Identity" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Session" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "Invitation" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "PasswordReset" t), (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "EmailChange" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM "ApiToken" t),
    (SELECT count(*) FROM "Event"), (SELECT count(*) FROM pgboss.job)) "all"`;
  return row?.all;
};

export const lastEvent = () => db.event.findFirst({ orderBy: { id: "desc" } });
export const heard = (result: { ok: boolean; why?: string }) => (result.ok ? "ok" : (result.why ?? ""));
/** The fields a refusal names, with what is wrong with each. */
export const fields = (result: { ok: boolean; fields?: unknown }) => (result.ok ? "ok" : result.fields);
