import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession, signIn } from "@/lib/people/sessions/commands";
import { wayBack } from "@/lib/people/sessions/rules";
import { addressOf, agentOf } from "@/lib/platform/door";
import { env } from "@/lib/platform/env";
import { actorBySession } from "@/lib/platform/session";
import { sessionSeconds } from "@/lib/platform/session-cookie";

declare module "next-auth" {
  interface User {
    sessionId: string;
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
  ],
  callbacks: {
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
const handler = (request: Request, context: Context): Promise<Response> => NextAuth(options())(request, context);
export { handler as GET, handler as POST };
