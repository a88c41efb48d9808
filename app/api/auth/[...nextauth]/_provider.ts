import { createHash, randomBytes } from "node:crypto";
import type { Profile as Said, User } from "next-auth";
import { cookies, headers } from "next/headers";
import { NextRequest } from "next/server";
import { connectIdentity, enterByProvider } from "@/lib/people/identities/commands";
import { wayBack } from "@/lib/people/sessions/rules";
import { callerOf } from "@/lib/platform/door";
import { env } from "@/lib/platform/env";
import { limit } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import { inTime, sameIssuer } from "@/lib/platform/oidc";
import { sameOrigin } from "@/lib/platform/origin";
import { optionalActor } from "@/lib/platform/session";

const settings = "/settings/sign-in";
/** Names the session that asked to connect the provider, until it comes back: entering and connecting look the same to the provider. */
const asks = "stepwell-connects";
const minutes = 15;
const onlyHere = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: env().NEXTAUTH_URL.startsWith("https:") }) as const;

/** A pair that next-auth takes: its form wants the token of a cookie, and a page cannot set one. The origin is checked instead. */
const csrfPair = () => {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
  return { token, name: `${onlyHere().secure ? "__Host-" : ""}next-auth.csrf-token`, value: `${token}|${hash}` };
};

const to = (address: string) => new Response(null, { status: 303, headers: { location: address } });

/** Who is on the way: which session asked to connect, and where they wanted to go. */
type Visit = { asked: string | null; from: string };

const visitOf = async (): Promise<Visit> => {
  const jar = await cookies();
  const kept = jar.getAll().find(({ name }) => name.endsWith("next-auth.callback-url"))?.value;
  return { asked: jar.get(asks)?.value || null, from: wayBack(kept && URL.canParse(kept) ? new URL(kept).pathname + new URL(kept).search : null) };
};

/** Where words about what went wrong stand: with the settings for whoever connects, else at the door. */
const refusedAt = ({ asked, from }: Visit, why: string) =>
  asked ? `${settings}?error=${why}` : `/sign-in?error=${why}${from === "/" ? "" : `&from=${encodeURIComponent(from)}`}`;

/** What the provider's word opens: a session by issuer and subject, a first entry, or another way in for who asked for one. An address is an answer, too. */
const admission = async (user: User, said: Said | undefined): Promise<true | string> => {
  const { iss, sub, email, email_verified: emailVerified } = (said ?? {}) as Record<string, unknown>;
  const visit = await visitOf();
  if (typeof iss !== "string" || typeof sub !== "string" || !sameIssuer(iss, env().OIDC_ISSUER ?? "")) return refusedAt(visit, "provider-failed");
  if (!visit.asked) {
    const entered = await enterByProvider({ issuer: iss, subject: sub, email, emailVerified }, callerOf(await headers()));
    if (!entered.ok) return refusedAt(visit, entered.why);
    user.sessionId = entered.value.sessionId;
    return true;
  }
  const me = await optionalActor();
  if (me?.sessionId !== visit.asked) return refusedAt(visit, "provider-failed");
  const connected = await connectIdentity(me, { issuer: iss, subject: sub });
  return connected.ok ? settings : refusedAt(visit, connected.why === "identity-taken" ? connected.why : "provider-failed");
};

/** The same, with words for what must not happen: next-auth would write the message of an exception into the address. */
export const admit = (user: User, said: Said | undefined) =>
  admission(user, said).catch(async (error: unknown) => {
    log.error("nobody could be let in by the provider", { error });
    return refusedAt(await visitOf(), "provider-failed");
  });

/** A plain form's request as next-auth wants it; whether somebody who is signed in asks to connect is kept until they are back. */
const outward = async (request: NextRequest) => {
  const [form, jar, me] = [await request.formData(), await cookies(), await optionalActor()];
  const asked = form.get("connect") ? (me?.sessionId ?? null) : null;
  if (asked) jar.set(asks, asked, { ...onlyHere(), maxAge: minutes * 60 });
  else jar.delete(asks);
  const { token, name, value } = csrfPair();
  jar.set(name, value, onlyHere());
  const back = form.get("callbackUrl");
  const from = wayBack(typeof back === "string" ? back : null);
  return { visit: { asked, from }, request: new NextRequest(request.url, { method: "POST", body: new URLSearchParams({ csrfToken: token, callbackUrl: from }) }) };
};

/** The two addresses of the provider: the button's, which leads out, and the one it comes back to. What next-auth says of a failure becomes words on a page of ours. */
export const byProvider = async (asked: NextRequest, ask: (request: NextRequest) => Promise<Response>): Promise<Response> => {
  const about = await headers();
  if (asked.method === "POST" && !sameOrigin(about)) return new Response(null, { status: 403 });
  const { visit, request } = asked.method === "POST" ? await outward(asked) : { visit: await visitOf(), request: asked };
  const failed = refusedAt(visit, "provider-failed");
  const allowed = await limit("provider-address", callerOf(about).address);
  if (!allowed.ok) return to(failed);
  const answer = await inTime(ask(request), () => to(failed));
  if (asked.method === "GET") (await cookies()).delete(asks);
  const location = answer.headers.get("location");
  if (location && /\/api\/auth\/(error|signin)/.test(location)) answer.headers.set("location", failed);
  return answer;
};
