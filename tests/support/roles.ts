import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Result } from "@/lib/platform/result";
import { buildActor, buildCommunity, buildSystem, buildVisitor } from "./build";

export const roles = ["visitor", "outsider", "member", "author", "leader", "leader-elsewhere", "administrator", "hr-admin", "system"] as const;
export type Role = (typeof roles)[number];
export type Cast = Record<Role, Actor>;
export const entries = ["OPEN", "REQUEST", "PRIVATE"] as const;
export type EntryName = (typeof entries)[number];

/** One person of each kind, as they stand to a community. `author` is a member who wrote what the test is about. */
export const buildCast = async (communityId: string): Promise<Cast> => {
  const elsewhere = await buildCommunity();
  return {
    visitor: buildVisitor(),
    outsider: await buildActor(),
    member: await buildActor({ memberOf: [communityId] }),
    author: await buildActor({ memberOf: [communityId] }),
    leader: await buildActor({ leads: [communityId] }),
    "leader-elsewhere": await buildActor({ leads: [elsewhere.id] }),
    administrator: await buildActor({ roles: ["ADMINISTRATOR"] }),
    "hr-admin": await buildActor({ roles: ["HR_ADMIN"] }),
    system: buildSystem(),
  };
};

type Expected = Record<EntryName, Partial<Record<Role, string>>>;

/** What each role hears in each kind of community, written as a table: `ok`, or the name of the refusal. */
export const grid = (table: string): Expected => {
  const [, ...lines] = table.trim().split("\n");
  const expected: Expected = { OPEN: {}, REQUEST: {}, PRIVATE: {} };
  for (const line of lines) {
    const [role, ...outcomes] = line.trim().split(/\s+/);
    if (!roles.includes(role as Role) || outcomes.length !== entries.length) throw new Error(`not a row of the table: ${line}`);
    for (const [at, entry] of entries.entries()) expected[entry][role as Role] = outcomes[at] ?? "";
  }
  return expected;
};

/** What only the leaders of the community may do. Where someone does not read, there is nothing. */
export const leadersOnly = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          forbidden  not-found  not-found
  member            forbidden  forbidden  forbidden
  author            forbidden  forbidden  forbidden
  leader            ok         ok         ok
  leader-elsewhere  forbidden  not-found  not-found
  administrator     forbidden  not-found  not-found
  hr-admin          forbidden  not-found  not-found
  system            forbidden  forbidden  forbidden
`);

/** What any command answers, where only that it was done or why it was not is compared. */
export type Heard = Result<unknown, string>;

type Subject = { id: string };
type Attempt<S extends Subject> = {
  cast: Cast;
  /** A new record for each role, so that one's doing does not change what the next one hears. */
  build: () => Promise<S>;
  run: (actor: Actor, subject: S) => Promise<Heard>;
  /** What of the record the command changes, to be compared before and after. */
  row: (subject: S) => Promise<unknown>;
  event: string;
};

const heard = (result: Heard) => (result.ok ? "ok" : result.why);

/** Lets every role try, and says what each heard. A refusal must leave row and events as they were; a success must change the row and record the event once. */
export const everyoneTries = async <S extends Subject>({ cast, build, run, row, event }: Attempt<S>) => {
  const outcomes: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const subject = await build();
    const [before, events] = [JSON.stringify(await row(subject)), await db.event.count()];
    const result = await run(cast[role], subject);
    const changed = JSON.stringify(await row(subject)) !== before;
    const recorded = await db.event.findMany({ skip: events, orderBy: [{ at: "asc" }, { id: "asc" }], select: { name: true, actorId: true } });
    if (changed !== result.ok) throw new Error(`${role} heard ${heard(result)}, and the row is ${changed ? "another" : "the same"}`);
    const told = recorded.filter(({ name }) => name === event).length;
    if (told !== (result.ok ? 1 : 0)) throw new Error(`${role} heard ${heard(result)}, and ${event} was recorded ${told} times`);
    if (!result.ok && recorded.length > 0) throw new Error(`${role} was refused, and something was recorded`);
    outcomes[role] = heard(result);
  }
  return outcomes;
};
