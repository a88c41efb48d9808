import { createServer, type Server, type Socket } from "node:net";
import Provider from "oidc-provider";
import { freePort } from "@/lib/cli/ports";

export const client = { id: "stepwell", secret: "a secret between the portal of the tests and its provider" };
type Account = { email?: string; email_verified?: boolean };

/** A real OpenID provider on loopback, on another site than the portal: whoever is in `accounts` signs in there by name, with any password. */
export const identityProvider = async (portal: string) => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const accounts = new Map<string, Account>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${portal}/api/auth/callback/oidc`], grant_types: ["authorization_code"], response_types: ["code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ["a key of the tests"] },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ sub, ...account }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  let server: Server = provider.listen(port, "127.0.0.1");
  const open = new Set<Socket>();
  const stop = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => (("closeAllConnections" in server && (server.closeAllConnections as () => void)()), server.close(resolve)));
  };
  return {
    issuer,
    accounts,
    stop,
    /** Somebody answers at its address, and never says a word. */
    fallSilent: async () => {
      await stop();
      server = createServer((socket) => void open.add(socket.on("error", () => undefined)));
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
    },
  };
};
