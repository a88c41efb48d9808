import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Command } from "./access";
import { type Answer, gather } from "./action";
import { sameOrigin } from "./origin";
import { refuse, type Result } from "./result";
import { optionalActor } from "./session";
import { dropSession, keepSession } from "./session-cookie";

/** Who stands at the door, as far as the connection tells. */
export type Caller = { address: string; userAgent: string };

/** The last address named: whoever stands directly before us has added that one, the others may be made up. */
export const addressOf = (forwardedFor: string | null | undefined) => forwardedFor?.split(",").at(-1)?.trim() || "unknown";

/** Up to the length that is worth keeping: what a browser says of itself can be anything. */
export const agentOf = (userAgent: string | null | undefined) => (userAgent ?? "").replace(/\p{Cc}/gu, "").slice(0, 300);

export const callerOf = (about: { get: (name: string) => string | null }): Caller => ({
  address: addressOf(about.get("x-forwarded-for")),
  userAgent: agentOf(about.get("user-agent")),
});

/** What was typed, without what must not come back: a refused form is a page like any other. */
const typed = (said: ReturnType<typeof gather>) =>
  Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (typeof value === "string" && !/password|code/i.test(name) ? [[name, value]] : [])));

/**
 * For the forms of those who have no session yet. `run` decides by what was said and who calls; a `sessionId` in its answer
 * is kept in the cookie. `to` names the page that follows.
 */
export const door =
  <Out extends { sessionId?: string }, Why extends string>(run: (raw: unknown, caller: Caller) => Promise<Result<Out, Why>>, to: (out: Out, said: Record<string, unknown>) => string) =>
  async (_before: Answer<Out, Why | "forbidden"> | null, form: FormData): Promise<Answer<Out, Why | "forbidden">> => {
    const about = await headers();
    if (!sameOrigin(about)) return refuse("forbidden");
    const { idempotencyKey: _unused, ...said } = gather(form);
    const result = await run(said, callerOf(about));
    if (!result.ok) return { ...result, said: typed(said) };
    if (result.value.sessionId) await keepSession(result.value.sessionId);
    redirect(to(result.value, said) as Route);
  };

/** The same from a button that has nothing to show an answer in. */
export const knock =
  <Out, Why extends string>(enter: (before: null, form: FormData) => Promise<Answer<Out, Why>>) =>
  async (form: FormData): Promise<void> => {
    const answer = await enter(null, form);
    if (!answer.ok) redirect("/sign-in?error=refused" as Route);
  };

/** Ends the session this browser is in, and forgets it here even when it had ended already. */
export const leaveBy = (end: Command<{ id: string }, string>) => async (): Promise<void> => {
  if (!sameOrigin(await headers())) redirect("/" as Route);
  const me = await optionalActor();
  if (me?.sessionId) await end(me, { sessionId: me.sessionId });
  await dropSession();
  redirect("/sign-in" as Route);
};
