import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Command } from "./access";
import { limit } from "./limits";
import { leaveNote, type Note } from "./note";
import { sameOrigin } from "./origin";
import { type KitRefusal, refuse, type Result } from "./result";
import { requireActor } from "./session";

export type Said = Record<string, string | string[]>;
/** What a form gets back: the result, and after a refusal what was typed, so that nothing is lost without JavaScript either. */
export type Answer<Out, Why extends string> = Result<Out, Why> & { said?: Said };

/** What a form says: React's own `$ACTION_…` entries left out, repeated names gathered, a `name[]` always a list. */
export const gather = (form: FormData) => {
  const said: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION_")) continue;
    const values = form.getAll(name);
    if (name.endsWith("[]")) said[name.slice(0, -2)] = values;
    else said[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return said;
};

const texts = (said: ReturnType<typeof gather>) => {
  const typed: Said = {};
  for (const [name, value] of Object.entries(said))
    if (/password/i.test(name)) continue; // what is typed blind is not sent back
    else if (typeof value === "string") typed[name] = value;
    else if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === "string");
  return typed;
};

/** What follows a change: another page (this one, fresh, where none is named), and a word on it, said once. */
type After<Out> = { to?: (value: Out) => string | null; says?: (value: Out) => Note };

const perform = async <Out, Why extends string>(run: Command<Out, Why>, form: FormData): Promise<Answer<Out, Why | KitRefusal>> => {
  if (!sameOrigin(await headers())) return refuse("forbidden");
  const { idempotencyKey, ...said } = gather(form);
  const actor = await requireActor();
  const allowed = await limit("write", actor.id);
  const result: Result<Out, Why | KitRefusal> = allowed.ok
    ? await run(actor, said, { key: typeof idempotencyKey === "string" && idempotencyKey ? idempotencyKey : undefined })
    : refuse("too-many-requests");
  return result.ok ? result : { ...result, said: texts(said) };
};

const follow = async <Out>(value: Out, { to, says }: After<Out>) => {
  if (says) await leaveNote(says(value));
  const page = to?.(value);
  if (page) redirect(page as Route);
  refresh();
};

/** Lends a command to a form: origin checked, session in, form data in, refusal out; on success a fresh page, or the one `to` names. */
export const action =
  <Out, Why extends string>(run: Command<Out, Why>, after: After<Out> = {}) =>
  async (_before: Answer<Out, Why | KitRefusal> | null, form: FormData): Promise<Answer<Out, Why | KitRefusal>> => {
    const answer = await perform(run, form);
    if (answer.ok) await follow(answer.value, after);
    return answer;
  };

/** For a form that is only a button and needs no JavaScript of its own: a refusal is said on the fresh page. */
export const press =
  <Out, Why extends string>(run: Command<Out, Why>, after: After<Out> = {}) =>
  async (form: FormData): Promise<void> => {
    const answer = await perform(run, form);
    if (answer.ok) await follow(answer.value, after);
    else {
      await leaveNote({ says: "refused", why: answer.why });
      refresh();
    }
  };
