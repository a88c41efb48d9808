import "server-only";
import { decode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Me } from "./actor";
import { actorBySession } from "./actors";

export { actorByKey, actorBySession, actorByToken, system, visitor } from "./actors";

export const sessionCookies = ["__Secure-next-auth.session-token", "next-auth.session-token"];

const KEPT = 5000;
const opened = new Map<string, { sessionId: string; until: number }>();

/** The session that a cookie names. Opening one costs as much as a statement, and it never says anything else: what was said is kept until the cookie itself runs out. */
const sessionIn = async (token: string) => {
  const known = opened.get(token);
  if (known && known.until > Date.now()) return known.sessionId;
  const claims = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }).catch(() => null);
  if (typeof claims?.sessionId !== "string") return null;
  if (opened.size >= KEPT) opened.clear();
  opened.set(token, { sessionId: claims.sessionId, until: 1000 * Number(claims.exp ?? 0) });
  return claims.sessionId;
};

/** The signed cookie names a session; its row decides whether it still counts. */
export const optionalActor = cache(async (): Promise<Me | null> => {
  const jar = await cookies();
  const token = sessionCookies.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  const sessionId = await sessionIn(token);
  return sessionId ? actorBySession(sessionId) : null;
});

/** The person who is signed in; anybody else is sent to sign in, and back afterwards. */
export const requireActor = cache(async (): Promise<Me> => {
  const me = await optionalActor();
  if (me) return me;
  const from = (await headers()).get("x-address") ?? "/";
  redirect(from === "/" ? "/sign-in" : `/sign-in?from=${encodeURIComponent(from)}`);
});
