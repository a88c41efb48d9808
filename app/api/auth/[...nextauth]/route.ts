import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { NextRequest } from "next/server";
import { endSession, signIn } from "@/lib/people/sessions/commands";
import { wayBack } from "@/lib/people/sessions/rules";
import { addressOf, agentOf } from "@/lib/platform/door";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { oidcProvider, providerId } from "@/lib/platform/oidc";
import { actorBySession } from "@/lib/platform/session";
import { sessionSeconds } from "@/lib/platform/session-cookie";
import { admit, byProvider } from "./_provider";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
}

type Headers = Record<string, string | undefined>;

const options = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (said, { headers = {} }) => {
        const { "x-forwarded-for": forwarded, "user-agent": agent } = headers as Headers;
        const result = await signIn({ email: said?.email, password: said?.password }, { address: addressOf(forwarded), userAgent: agentOf(agent) });
        return result.ok ? result.value : null;
      },
    }),
    ...[oidcProvider()].filter((one) => one !== null),
  ],
  logger: {
    error: (code, about) => log.warn("sign-in failed", { code, error: about instanceof Error ? about : about.error }),
    warn: () => undefined,
    debug: () => undefined,
  },
  callbacks: {
    signIn: ({ user, account, profile }) => (account?.provider === providerId ? admit(user, profile) : true),
    /** The cookie says which session, and nothing else: its row knows the rest. */
    jwt: ({ token, user }) => ({ sessionId: user?.sessionId ?? token.sessionId }),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => baseUrl + wayBack(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token.sessionId !== "string") return;
      const me = await actorBySession(token.sessionId);
      if (me) await endSession(me, { sessionId: token.sessionId });
    },
  },
});

type Context = { params: Promise<{ nextauth: string[] }> };
const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const [act, id] = (await context.params).nextauth;
  const ask = (asked: NextRequest): Promise<Response> => NextAuth(options())(asked, context);
  const provides = id === providerId && oidcProvider() && ((request.method === "POST" && act === "signin") || (request.method === "GET" && act === "callback"));
  return provides ? byProvider(request, ask) : ask(request);
};
export { handler as GET, handler as POST };
