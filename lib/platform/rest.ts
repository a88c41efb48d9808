import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Command, fieldErrors } from "./access";
import type { Me } from "./actor";
import { problem, readJson, refusal } from "./http";
import { type Limit, limit, type QuickLimit, quickLimit } from "./limits";
import { log } from "./log";
import { sameOrigin } from "./origin";
import { isOutage } from "./outage";
import { ok, type Refused, refuse, type Result } from "./result";
import { actorByKey, actorByToken, optionalActor } from "./session";

/** Bytes of a request's JSON: the longest text of a form, in a script of four bytes a letter, and something around it. */
const BODY_LIMIT = 300_000;

type Call<P> = { actor: Me; params: P; query: Record<string, string>; request: Request; key: string | undefined };
type Context<P> = { params: Promise<P> };
type Handler<P> = (request: Request, context: Context<P>) => Promise<Response>;

const who = async (request: Request, keyed: boolean) => {
  const { pathname, searchParams } = new URL(request.url);
  const key = keyed ? searchParams.get("key") : null;
  if (key !== null) return { actor: await actorByKey(key, pathname), byCookie: false, otherwise: "not-found" };
  return { ...(await known(request)), otherwise: "unauthenticated" };
};

const known = async (request: Request) => {
  const said = request.headers.get("authorization");
  if (!said) return { actor: await optionalActor(), byCookie: true };
  const [scheme = "", token = ""] = said.split(" ");
  return { actor: scheme.toLowerCase() === "bearer" && token ? await actorByToken(token) : null, byCookie: false };
};

/** What went wrong on our side: the database did not answer in time (503, worth another try), or a bug (500). */
const failed = (request: Request, error: unknown) => {
  unstable_rethrow(error);
  const { pathname } = new URL(request.url);
  const outage = isOutage(error);
  log.error(outage ? "the database did not answer a program in time" : "a program's request failed", { requestId: request.headers.get("x-request-id"), method: request.method, path: pathname, error });
  return outage ? problem("unavailable", { retryAfter: 2 }) : problem("internal-error");
};

/** How often someone may ask; `keyed`: a private address lets its owner in, too. */
type Counts = ({ as: Limit } | { quick: QuickLimit }) & { keyed?: true };

/** A program's request: who it is by token or session (401), whether a session's write comes from a page of ours (403), not too many (429); a write counts as one unless `counts` says otherwise. */
export const rest =
  <P = Record<string, never>>(handle: (call: Call<P>) => Promise<Response>, counts?: Counts): Handler<P> =>
  async (request, context) => {
    try {
      const { actor, byCookie, otherwise } = await who(request, counts?.keyed === true);
      if (!actor) return problem(otherwise);
      const writes = !["GET", "HEAD"].includes(request.method);
      if (writes && byCookie && !sameOrigin(await headers())) return problem("forbidden");
      const count = counts ?? (writes ? { as: "write" as const } : null);
      const allowed = count === null ? ({ ok: true } as const) : await ("as" in count ? limit(count.as, actor.id) : quickLimit(count.quick, actor.id));
      if (!allowed.ok) return problem("too-many-requests", { retryAfter: allowed.retryAfter });
      const query = Object.fromEntries(new URL(request.url).searchParams);
      return await handle({ actor, params: await context.params, query, request, key: request.headers.get("idempotency-key") ?? undefined });
    } catch (error) {
      return failed(request, error);
    }
  };

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

/** The methods that an address does not have (405), for every route to name beside its own: Next's own answer says nothing that a program reads. */
export const except = (...own: Method[]) => {
  const allow = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const none = rest<unknown>(async () => problem("method-not-allowed", { allow }));
  const OPTIONS = () => new Response(null, { status: 204, headers: { allow } });
  return { ...(Object.fromEntries(methods.map((name) => [name, none])) as Record<Method, typeof none>), OPTIONS };
};

export const json = (value: unknown, status = 200) =>
  Response.json(value, { status, headers: { "cache-control": "private, no-store" } });

/** Nothing came with it: Next gives every write a body, if an empty one. */
const isBare = ({ body, headers: about }: Request) =>
  body === null || about.get("content-length") === "0" || !["content-length", "transfer-encoding", "content-type"].some((name) => about.has(name));

/** What the body says; none at all is an empty object. What is no object has no field that any command knows. */
export const said = async (request: Request): Promise<Result<Record<string, unknown>, "unsupported-type" | "too-large" | "malformed">> => {
  if (isBare(request)) return ok({});
  const body = await readJson(request, BODY_LIMIT);
  if (!body.ok) return body;
  return ok(typeof body.value === "object" && body.value !== null && !Array.isArray(body.value) ? (body.value as Record<string, unknown>) : { "": body.value });
};

/** An address that is none, a malformed id say, answers like one that does not exist. */
const refused = (why: Refused<string>, address: object) =>
  why.why === "invalid" && Object.keys(why.fields ?? {}).some((name) => name in address) ? problem("not-found") : refusal(why);

type How<Out> = {
  /** Answers what was done. */
  show: (value: Out) => Promise<Response> | Response;
  /** The record as it stands, for who came too late. */
  current?: () => Promise<unknown>;
};

/** Runs a command for a program: what the address says goes before what the body says. */
export const perform = async <Out, Why extends string>(
  { actor, request, key }: Pick<Call<unknown>, "actor" | "request" | "key">,
  run: Command<Out, Why>,
  address: Record<string, unknown>,
  how: How<Out> | How<Out>["show"],
): Promise<Response> => {
  const { show, current } = typeof how === "function" ? { show: how } : how;
  const body = await said(request);
  if (!body.ok) return refusal(body);
  const result = await run(actor, { ...body.value, ...address }, { key, address: Object.keys(address) });
  if (result.ok) return show(result.value);
  return refused(result.why === "stale" && current ? { ...result, current: await current() } : result, address);
};

/** Runs a query for a program: an address that asks for something that cannot be is told what (422). */
export const asked = <S extends z.ZodType>(schema: S, query: Record<string, string>, answer: (filter: z.output<S>) => Promise<Response>) => {
  const parsed = schema.safeParse(query);
  return parsed.success ? answer(parsed.data) : Promise.resolve(refusal(refuse("invalid", fieldErrors(parsed.error))));
};

/** A record as programs see it, or that there is none. */
export const one = <T>(record: T | null, show: (record: T) => unknown, status = 200) => (record ? json(show(record), status) : problem("not-found"));
