import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { recordAll } from "@/lib/platform/events";
import { newId } from "@/lib/platform/id";
import { ok } from "@/lib/platform/result";
import { slugify } from "@/lib/platform/text/slug";
import { derivedToken, hashToken } from "@/lib/platform/token";
import { today } from "../../commands";
import { invitationEnds } from "../../invitations/rules";
import { mayManage } from "../../policy";
import { putPosition } from "../../positions/commands";
import { handlesFor } from "../../rules";
import { mayImport } from "../policy";
import { type Change, type Known, type PersonLine, planPeople } from "../rules";
import { ImportPeople, type Line } from "../schema";

/** The open accounts with a mail address that the file may touch or name, by that address. */
const knownPeople = async (tx: Tx, actor: Actor) => {
  const people = await tx.user.findMany({
    where: { email: { not: null }, closedAt: null, name: { not: null } },
    select: { id: true, email: true, name: true, position: true, category: true, languages: true, unit: { select: { code: true } }, manager: { select: { email: true } }, roles: { select: { role: true } } },
  });
  return new Map<string, Known>(
    people.map(({ email, name, unit, manager, roles, ...person }) => [email ?? "", { ...person, name: name ?? "", unit: unit?.code ?? "", manager: manager?.email ?? "", mine: mayManage(actor, { roles }) }]),
  );
};

const look = async (tx: Tx, rows: Line<PersonLine>[], actor: Actor) => {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('import people'))`;
  const units = await tx.$queryRaw<{ id: string; code: string }[]>`SELECT id, code FROM "Unit" WHERE "closedAt" IS NULL FOR SHARE`;
  return { plan: planPeople(rows, await knownPeople(tx, actor), new Set(units.map(({ code }) => code))), unitIds: new Map(units.map(({ id, code }) => [code, id])) };
};
type Looked = Awaited<ReturnType<typeof look>>;

const inParts = async <T>(all: T[], write: (part: T[]) => Promise<unknown>) => {
  for (let at = 0; at < all.length; at += 1000) await write(all.slice(at, at + 1000));
};

const create = async (tx: Tx, { plan, unitIds }: Looked) => {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('handle'))`;
  const taken = new Set([...(await tx.user.findMany({ select: { handle: true } })), ...(await tx.departure.findMany({ select: { handle: true } }))].map(({ handle }) => handle));
  const day = await today(tx);
  const people = plan.create.map((change) => {
    const id = newId();
    const handle = handlesFor(slugify(change.next.name)).find((one) => !taken.has(one)) ?? `person-${id.slice(-12)}`;
    taken.add(handle);
    return { ...change, id, handle, unitId: unitIds.get(change.next.unit) ?? null };
  });
  await inParts(people, (part) =>
    tx.user.createMany({ data: part.map(({ id, handle, email, unitId, next: { name, position, category, languages } }) => ({ id, handle, email, unitId, name, position, category, languages })) }),
  );
  const placed = people.flatMap(({ id: userId, unitId, startsOn, next: { position: title, category } }) => (unitId ? [{ userId, unitId, title, category, startsOn: startsOn ?? day }] : []));
  await inParts(placed, (data) => tx.position.createMany({ data }));
  return people.map(({ id }) => id);
};

/** Managers last, when everybody is there. */
const setManagers = (tx: Tx, changes: Change[]) =>
  tx.$executeRaw`
    UPDATE "User" u SET "managerId" = m.id FROM unnest(${changes.map(({ email }) => email)}::text[], ${changes.map(({ next }) => next.manager)}::text[]) s(email, manager)
      LEFT JOIN "User" m ON m.email = s.manager WHERE u.email = s.email AND u."managerId" IS DISTINCT FROM m.id`;

const update = async (tx: Tx, { plan, unitIds }: Looked) => {
  for (const { id, startsOn, next } of plan.update) {
    const { name, position, category, languages } = next;
    const unitId = unitIds.get(next.unit) ?? null;
    await tx.user.update({ where: { id }, data: { name, position, category, languages, unitId, version: { increment: 1 } } });
    await putPosition(tx, id, { unitId, title: position, category, startsOn });
  }
};

/** An invitation for everyone who is new, and its mail by a job each. */
const invite = async (tx: Tx, ids: string[], actor: Actor) => {
  const invitations = ids.map((userId) => ({ id: randomUUID(), userId, invitedById: actor.kind === "person" ? actor.id : null, expiresAt: invitationEnds(false, new Date()) }));
  const secret = env().NEXTAUTH_SECRET;
  await inParts(invitations, (part) => tx.invitation.createMany({ data: part.map((one) => ({ ...one, tokenHash: hashToken(derivedToken(secret, "invitation", one.id)) })) }));
  await inParts(invitations, (part) => recordAll(tx, "person.invited", part.map(({ id, userId }) => ({ subjectId: userId, payload: { invitationId: id, byCode: false } })), actor));
};

const report = ({ plan }: Looked) => ({
  created: plan.create.map(({ line, next }) => ({ line, name: next.name })),
  updated: plan.update.map(({ line, next }) => ({ line, name: next.name })),
  same: plan.same,
  problems: plan.problems,
});

const spec = { input: ImportPeople, find: (tx: Tx, { rows }: { rows: Line<PersonLine>[] }, actor: Actor) => look(tx, rows, actor), allow: mayImport };

const rehearse = command({ ...spec, event: null, run: async (_tx, looked) => ok({ id: newId(), ...report(looked) }) });

const perform = command({
  ...spec,
  event: "import.people",
  run: async (tx, looked, { invite: byMail }, actor) => {
    const ids = await create(tx, looked);
    await update(tx, looked);
    await inParts([...looked.plan.create, ...looked.plan.update], (part) => setManagers(tx, part));
    if (byMail) await invite(tx, ids, actor);
    else await inParts(ids, (part) => recordAll(tx, "person.added", part.map((subjectId) => ({ subjectId })), actor));
    await inParts(looked.plan.update, (part) => recordAll(tx, "person.moved", part.map(({ id }) => ({ subjectId: id })), actor));
    return ok({ id: newId(), ...report(looked) });
  },
  tells: ({ created, updated, problems }) => ({ payload: { created: created.length, updated: updated.length, skipped: problems.length } }),
});

export const applyPeople = (actor: Actor, rows: Line<PersonLine>[], { dryRun, invite: byMail }: { dryRun: boolean; invite: boolean }) =>
  (dryRun ? rehearse : perform)(actor, { rows, invite: byMail });
