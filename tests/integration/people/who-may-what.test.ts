import { describe, expect, test } from "vitest";
import { setEmail } from "@/lib/people/accounts/commands";
import { claimAuthor } from "@/lib/people/authors/commands";
import { closeAccount, eraseAccount } from "@/lib/people/departures/commands";
import { inviteAgain } from "@/lib/people/invitations/commands";
import { placePerson } from "@/lib/people/positions/commands";
import { grantRole, withdrawRole } from "@/lib/people/roles/commands";
import { makeTokenFor } from "@/lib/people/tokens/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Cast, cast, everything, heard, lastEvent, type Role, roles, type Target, targets } from "./cast";

type Run = (actor: Actor, id: string, on: Cast, target: Target) => Promise<{ ok: boolean; why?: string }>;
/** One portal for each who tries: what they do to one does not change what they hear of the next, but that the last administrator stays.
 *  What each hears, target by target in the order of `targets`: colleague invited paper closed erased imported hr admin self missing. */
type Table = { event: string; run: Run } & Partial<Record<Role, string>>;

const never = (why: string) => Array(targets.length).fill(why).join(" ");
const unseen = never("not-found");
const outside = { visitor: unseen, colleague: unseen, head: unseen };
const colleagueHandle = async (on: Cast) => (await db.user.findUniqueOrThrow({ where: { id: on.ids.colleague } })).handle;

const tables: Record<string, Table> = {
  "saying where someone works": {
    event: "person.moved",
    run: (actor, id, { unit }) => placePerson(actor, { id, version: 1, unit: unit.code, position: "Head of maps", category: "manager" }),
    ...outside,
    "HR admin": "ok ok ok not-found not-found not-found ok forbidden ok not-found",
    administrator: "ok ok ok not-found not-found not-found ok ok ok not-found",
    system: "ok ok ok not-found not-found not-found ok ok not-found not-found",
  },
  "setting a mail address": {
    event: "email.set",
    run: (actor, id) => setEmail(actor, { id, email: `${id}@example.org` }),
    ...outside,
    "HR admin": "ok ok ok not-found not-found not-found ok forbidden ok not-found",
    administrator: "ok ok ok not-found not-found not-found ok ok ok not-found",
    system: "ok ok ok not-found not-found not-found ok ok not-found not-found",
  },
  "inviting again": {
    event: "invitation.renewed",
    run: (actor, id) => inviteAgain(actor, { id }),
    ...outside,
    "HR admin": "forbidden ok ok not-found not-found not-found forbidden forbidden forbidden not-found",
    administrator: "forbidden ok ok not-found not-found not-found forbidden forbidden forbidden not-found",
    system: "forbidden ok ok not-found not-found not-found forbidden forbidden not-found not-found",
  },
  "closing an account": {
    event: "person.closed",
    run: (actor, id) => closeAccount(actor, { id }),
    ...outside,
    "HR admin": "ok ok ok closed-already closed-already not-found ok forbidden forbidden not-found",
    administrator: "ok ok ok closed-already closed-already not-found ok ok forbidden not-found",
    system: "ok ok ok closed-already closed-already not-found ok ok not-found not-found",
  },
  erasing: {
    event: "person.erased",
    run: (actor, id) => eraseAccount(actor, { id }),
    ...outside,
    "HR admin": "ok ok ok ok erased-already not-found ok forbidden forbidden not-found",
    administrator: "ok ok ok ok erased-already not-found ok ok forbidden not-found",
    system: "ok ok ok ok erased-already not-found ok ok not-found not-found",
  },
  "giving a role": {
    event: "role.granted",
    run: (actor, id) => grantRole(actor, { id, role: "hr-admin" }),
    ...outside,
    "HR admin": "forbidden forbidden forbidden not-found not-found not-found forbidden forbidden forbidden not-found",
    administrator: "ok ok ok not-found not-found not-found has-role ok ok not-found",
    system: "forbidden forbidden forbidden not-found not-found not-found forbidden forbidden not-found not-found",
  },
  "taking a role": {
    event: "role.withdrawn",
    run: (actor, id) => withdrawRole(actor, { id, role: "administrator" }),
    ...outside,
    "HR admin": "forbidden forbidden forbidden not-found not-found not-found forbidden forbidden forbidden not-found",
    administrator: "has-no-role has-no-role has-no-role not-found not-found not-found has-no-role ok last-administrator not-found",
    system: "forbidden forbidden forbidden not-found not-found not-found forbidden forbidden not-found not-found",
  },
  "claiming an imported author for a colleague": {
    event: "person.claimed",
    run: async (actor, id, on) => claimAuthor(actor, { id, person: await colleagueHandle(on) }),
    ...outside,
    "HR admin": unseen,
    administrator: "not-found not-found not-found not-found not-found ok not-found not-found not-found not-found",
    system: unseen,
  },
  "making a token for someone": {
    event: "token.made-for",
    run: (actor, userId) => makeTokenFor(actor, { userId, name: "nightly" }),
    visitor: unseen,
    ...Object.fromEntries((["colleague", "head", "HR admin", "administrator"] as const).map((role) => [role, "forbidden forbidden forbidden not-found not-found not-found forbidden forbidden forbidden not-found"])),
    system: "ok ok ok not-found not-found not-found ok ok not-found not-found",
  },
};

describe.each(Object.entries(tables))("%s", (_what, table) => {
  test.each(roles)("by a %s", async (role) => {
    const on = await cast();
    const actor = on.actors[role];
    let before = await everything();
    for (const [at, target] of targets.entries()) {
      const events = await db.event.count();
      const result = await table.run(actor, on.id(target, actor), on, target);
      expect(`${target}: ${heard(result)}`).toBe(`${target}: ${table[role]?.split(" ")[at]}`);
      const after = await everything();
      if (result.ok) {
        expect(await db.event.count()).toBe(events + 1);
        expect(await lastEvent()).toMatchObject({ name: table.event, actorId: role === "system" ? null : actor.id, communityId: null });
        expect(after).not.toBe(before);
        before = after;
      } else expect(after).toBe(before);
    }
  });
});

test("what an HR admin may change of an administrator stays nothing when it comes with other changes or a wrong form", async () => {
  const { actors, ids } = await cast();
  const before = await everything();
  expect(heard(await setEmail(actors["HR admin"], { id: ids.admin, email: "no address" }))).toBe("forbidden");
  expect(heard(await placePerson(actors["HR admin"], { id: ids.admin, version: 7, unit: "NOPE" }))).toBe("forbidden");
  expect(heard(await setEmail(actors.head, { id: ids.colleague, email: "no address" }))).toBe("not-found");
  expect(heard(await setEmail(actors.administrator, { id: ids.admin, email: "no address" }))).toBe("invalid");
  expect(await everything()).toBe(before);
});
