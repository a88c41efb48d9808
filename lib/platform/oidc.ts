import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "./env";

/** Stands in the redirect address: `/api/auth/callback/oidc`. */
export const providerId = "oidc";
/** How long one question to the provider may take, and how long all that one visit needs, in milliseconds. */
const patience = 4000;
const patienceInAll = 12_000;

/** What the provider's signed token says, and where that leaves out the mail address, its answer about the person. */
type Profile = { iss: string; sub: string; email?: string; email_verified?: boolean };

const plain = (issuer: string) => issuer.replace(/\/+$/, "");
/** Whether two addresses name one issuer: some write a slash at the end, and people leave it out. */
export const sameIssuer = (one: string, other: string) => plain(one) === plain(other);

/** What a token says whose signature has been checked already. */
const claimsOf = (token = "") => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Profile;

/** The organisation's own sign-in, for next-auth; the code is bound to this browser (state), this question (nonce), and to us (PKCE). */
export const oidcProvider = (): OAuthConfig<Profile> | null => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: providerId,
    name: "OpenID Connect",
    type: "oauth",
    wellKnown: `${plain(issuer)}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    clientId,
    clientSecret,
    httpOptions: { timeout: patience },
    userinfo: {
      request: async ({ client, tokens: { id_token: token, access_token: access } }) => {
        const said = claimsOf(token);
        if (said.email || !access) return said;
        const more = await client.userinfo(access);
        if (more.sub !== said.sub) throw new Error("the provider speaks of somebody else");
        return { ...more, ...said };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
};

/** The answer, or `late` when a provider that drips keeps us waiting: nobody waits for a sign-in longer than they would for a page. */
export const inTime = async <T>(answer: Promise<T>, late: () => T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), patienceInAll);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
};
