import "server-only";
import { createHash } from "node:crypto";
import { cache } from "react";
import { z } from "zod";
import { type Actor, NOBODY } from "./actor";
import { db, type ReadTx, type Tx } from "./db";
import { record } from "./events";
import { plain } from "./plain";
import { type KitRefusal, ok, type Refused, refuse, type Result } from "./result";

/** A read. `run` receives the rows the actor may see *before* it receives the database. Asked twice while one page is made, it reads once. */
export const read =
  <Visible, Args extends unknown[], Out>(
    scope: (actor: Actor) => Visible,
    run: (visible: Visible, tx: ReadTx, ...args: Args) => Promise<Out>,
  ): ((actor: Actor, ...args: Args) => Promise<Out>) =>
    cache((actor: Actor, ...args: Args) => run(scope(actor), db as ReadTx, ...plain(args)));

/**
 * The same for what may take long, as a search may: a statement is given up after two seconds, and the answer is null then. Until then it goes by
 * indexes, whose pages are in memory: reading a table from end to end is what takes long.
 */
export const readBriefly =
  <Visible, Args extends unknown[], Out>(
    scope: (actor: Actor) => Visible,
    run: (visible: Visible, tx: ReadTx, ...args: Args) => Promise<Out>,
  ): ((actor: Actor, ...args: Args) => Promise<Out | null>) =>
    cache(async (actor: Actor, ...args: Args) => {
      try {
        return await db.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config('statement_timeout', '2s', true), set_config('enable_seqscan', 'off', true), set_config('random_page_cost', '1.1', true)`;
          return run(scope(actor), tx as ReadTx, ...plain(args));
        });
      } catch (error) {
        if (wasGivenUp(error)) return null;
        throw error;
      }
    });

/** PostgreSQL's code for a statement that was cancelled, as the driver hands it on. */
const wasGivenUp = (error: unknown) => error instanceof Error && /\b57014\b|canceling statement due to statement timeout/.test(`${error.message} ${JSON.stringify(error)}`);

class Rollback extends Error {
  constructor(readonly refusal: Refused<string>) {
    super(refusal.why);
  }
}

type Recorded = { payload?: Record<string, unknown>; communityId?: string | null };
/** `address`: the names of the input that the address of a program's request said, where its body says others. */
export type Options = { key?: string | undefined; address?: readonly string[] };
export type Command<Out, Why extends string> = (actor: Actor, raw: unknown, options?: Options) => Promise<Result<Out, Why | KitRefusal>>;

/**
 * A write: parse, find, ask, change, record, in one transaction. A refusal at any step leaves no trace.
 * - `versioned`: of a target that is edited; an input whose `version` is another one is refused as `stale`, with what stands now.
 * - `event`: what has happened then, where need be by what was asked (the first post of a discussion, or a reply); null for what is nobody's but the actor's own (a draft, a bookmark) and repeats harmlessly.
 * - `tells`: what the event carries besides its name, subject and actor.
 * - `options.key`: an idempotency key; the same request is answered again, another one under the same key is a `conflict`.
 * - `secret`: of an answer that is told once and kept nowhere (a token, a code): the same request under the same key is a `conflict`, too.
 */
export const command =
  <In extends z.ZodType, Target, Out extends { id: string }, Why extends string = never>(spec: {
    event: string | null | ((input: z.output<In>) => string);
    input: In;
    find: (tx: Tx, input: z.output<In>, actor: Actor) => Promise<Target | null>;
    allow: (actor: Actor, target: Target) => boolean;
    versioned?: (target: Target) => { version: number; current: unknown };
    run: (tx: Tx, target: Target, input: z.output<In>, actor: Actor) => Promise<Result<Out, Why>>;
    tells?: (out: Out, target: Target, input: z.output<In>) => Recorded;
    secret?: true;
  }): Command<Out, Why> =>
  async (actor, sent, { key, address: named = addressNames } = {}) => {
    const raw = plain(sent);
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) {
      const invalid = refuse("invalid", fieldErrors(parsed.error));
      const address = addressIn<z.output<In>>(spec.input, raw, named);
      return address ? db.$transaction((tx) => judge(spec, tx, address, actor, invalid)) : invalid;
    }
    const input = parsed.data;
    const event = typeof spec.event === "function" ? spec.event(input) : spec.event;
    const once = key && event && actor.id !== NOBODY ? { actorId: actor.id, command: event, key: createHash("sha256").update(key).digest("base64url") } : null;
    try {
      return await db.$transaction(async (tx) => {
        if (once) {
          const before = await claim(tx, once, input);
          if (before) return before as Result<Out, Why | KitRefusal>;
        }
        const target = await spec.find(tx, input, actor);
        if (target === null) return giveUp(refuse("not-found"));
        if (!spec.allow(actor, target)) return giveUp(refuse("forbidden"));
        const seen = spec.versioned?.(target);
        if (seen && (input as { version?: number }).version !== seen.version) return giveUp(refuse("stale", undefined, seen.current));
        const done = await spec.run(tx, target, input, actor);
        if (!done.ok) return giveUp(done);
        if (event) await record(tx, { name: event, subjectId: done.value.id, actor, ...spec.tells?.(done.value, target, input) });
        if (once && !spec.secret) await tx.idempotencyKey.update({ where: { actorId_command_key: once }, data: { reply: done.value as object } });
        return done;
      });
    } catch (error) {
      if (error instanceof Rollback) return error.refusal as Refused<Why | KitRefusal>;
      throw error;
    }
  };

/** The names under which a form says which record it is about; whoever may not see it, or not change it, hears that before any word on the rest. */
const addressNames = ["id", "discussionId", "replyId", "community", "slug", "handle"];

const addressIn = <In>(input: z.ZodType, raw: unknown, named: readonly string[]): In | null => {
  const schema = input instanceof z.ZodPipe ? input.in : input;
  if (!(schema instanceof z.ZodObject) || typeof raw !== "object" || raw === null) return null;
  const names = named.filter((name) => name in schema.shape && name in raw);
  const address = schema.pick(Object.fromEntries(names.map((name) => [name, true])) as never).safeParse(Object.fromEntries(names.map((name) => [name, (raw as Record<string, unknown>)[name]])));
  return names.length > 0 && address.success ? (address.data as In) : null;
};

const judge = async <In, Target>(
  { find, allow }: { find: (tx: Tx, input: In, actor: Actor) => Promise<Target | null>; allow: (actor: Actor, target: Target) => boolean },
  tx: Tx,
  address: In,
  actor: Actor,
  otherwise: Refused<KitRefusal>,
): Promise<Refused<KitRefusal>> => {
  const target = await find(tx, address, actor);
  return target === null ? refuse("not-found") : allow(actor, target) ? otherwise : refuse("forbidden");
};

const giveUp = (refusal: Refused<string>): never => {
  throw new Rollback(refusal);
};

/**
 * Takes the key, or waits (at most the lock time limit) for the request that holds it. Returns what was answered under it before,
 * a `conflict` when that was another request or a secret, or null: go on. What is kept of a key has one length, whatever was sent as one.
 */
const claim = async (tx: Tx, once: { actorId: string; command: string; key: string }, input: unknown) => {
  const inputHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const { count } = await tx.idempotencyKey.createMany({ data: [{ ...once, inputHash }], skipDuplicates: true });
  if (count === 1) return null;
  const before = await tx.idempotencyKey.findUniqueOrThrow({ where: { actorId_command_key: once } });
  return before.inputHash === inputHash && before.reply !== null ? ok(before.reply) : refuse("conflict");
};

export const fieldErrors = (error: z.ZodError) => {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  return fields;
};
