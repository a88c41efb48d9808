import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { addressNames, type Command, fieldErrors } from "./access";
import type { Me } from "./actor";
import { problem, readJson, refusal } from "./http";
import { type Limit, limit, type QuickLimit, quickLimit } from "./limits";
import { sameOrigin } from "./origin";
import { ok, type Refused, refuse, type Result } from "./result";
import { actorByToken, optionalActor } from "./session";

/** Bytes of a request's JSON: the longest text of a form, in a script of four bytes a letter, and something around it. */
const BODY_LIMIT = 300_000;

type Call<P> = { actor: Me; params: P; query: Record<string, string>; request: Request; key: string | undefined };
type Context<P> = { params: Promise<P> };

const who = async (request: Request) => {
  const said = request.headers.get("authorization");
  if (!said) return { actor: await optionalActor(), byCookie: true };
  const [scheme = "", token = ""] = said.split(" ");
  return { actor: scheme.toLowerCase() === "bearer" && token ? await actorByToken(token) : null, byCookie: false };
};

/** A program's request: who it is by token or session (401), whether a session's write comes from a page of ours (403), not too many (429); a write counts as one unless `counts` says otherwise. */
export const rest =
  <P = Record<string, never>>(handle: (call: Call<P>) => Promise<Response>, counts?: { as: Limit } | { quick: QuickLimit }) =>
  async (request: Request, context: Context<P>): Promise<Response> => {
    const { actor, byCookie } = await who(request);
    if (!actor) return problem("unauthenticated");
    const writes = !["GET", "HEAD"].includes(request.method);
    if (writes && byCookie && !sameOrigin(await headers())) return problem("forbidden");
    const count = counts ?? (writes ? { as: "write" as const } : null);
    const allowed = count === null ? ({ ok: true } as const) : await ("as" in count ? limit(count.as, actor.id) : quickLimit(count.quick, actor.id));
    if (!allowed.ok) return problem("too-many-requests", { retryAfter: allowed.retryAfter });
    const query = Object.fromEntries(new URL(request.url).searchParams);
    return handle({ actor, params: await context.params, query, request, key: request.headers.get("idempotency-key") ?? undefined });
  };

export const json = (value: unknown, status = 200) =>
  Response.json(value, { status, headers: { "cache-control": "private, no-store" } });

/** What the body says; none at all is an empty object. */
export const said = async (request: Request): Promise<Result<Record<string, unknown>, "unsupported-type" | "too-large" | "malformed">> => {
  if (request.body === null || request.headers.get("content-length") === "0") return ok({});
  const body = await readJson(request, BODY_LIMIT);
  if (!body.ok) return body;
  return ok(typeof body.value === "object" && body.value !== null && !Array.isArray(body.value) ? (body.value as Record<string, unknown>) : { body: body.value });
};

/** An address that is none, a malformed id say, answers like one that does not exist. */
const refused = (why: Refused<string>, address: object) =>
  why.why === "invalid" && Object.keys(why.fields ?? {}).some((name) => name in address && addressNames.includes(name)) ? problem("not-found") : refusal(why);

/** Runs a command for a program: what the address says goes before what the body says. Answers what `show` makes of the result. */
export const perform = async <Out, Why extends string>(
  { actor, request, key }: Pick<Call<unknown>, "actor" | "request" | "key">,
  run: Command<Out, Why>,
  address: Record<string, unknown>,
  show: (value: Out) => Promise<Response> | Response,
): Promise<Response> => {
  const body = await said(request);
  if (!body.ok) return refusal(body);
  const result = await run(actor, { ...body.value, ...address }, { key });
  return result.ok ? show(result.value) : refused(result, address);
};

/** Runs a query for a program: an address that asks for something that cannot be is told what (422). */
export const asked = <S extends z.ZodType>(schema: S, query: Record<string, string>, answer: (filter: z.output<S>) => Promise<Response>) => {
  const parsed = schema.safeParse(query);
  return parsed.success ? answer(parsed.data) : Promise.resolve(refusal(refuse("invalid", fieldErrors(parsed.error))));
};
