import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, request } from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";

/** What the portals under test sign with; `portal.ts` starts them with it. */
export const secret = "a secret that signs nothing but the sessions of tests";
/** Where `portal.ts` writes which databases it has made. */
export const databasesFile = () => path.join(process.env.E2E_DATA ?? "", "databases.json");
export type Databases = { demo: string; admin: string; template: string };
export const databases = () => JSON.parse(readFileSync(databasesFile(), "utf8")) as Databases;

/** One statement on the database at `url`: for what no page and no program may do. */
export const on = async <Row extends pg.QueryResultRow = pg.QueryResultRow>(url: string, statement: string, ...values: unknown[]) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
};

/** The same on the database of the demo organisation. */
export const inDatabase = <Row extends pg.QueryResultRow = pg.QueryResultRow>(statement: string, ...values: unknown[]) => on<Row>(databases().demo, statement, ...values);

type Role = "HR_ADMIN" | "ADMINISTRATOR";
export type Somebody = { id: string; handle: string; name: string; email: string; token: string; tokenId: string; cookie: string };

/** Somebody new with a token and a session, so that no test counts against the limits of another, or of the demo people. */
export const somebody = (...roles: Role[]) => somebodyOn(databases().demo, ...roles);

/** The same in the portal on another database. */
export const somebodyOn = async (url: string, ...roles: Role[]): Promise<Somebody> => {
  const [id, tokenId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  const handle = `t-${randomBytes(5).toString("hex")}`;
  const [name, email, token] = [`Test ${handle.slice(2)}`, `${handle}@example.org`, `sw_${randomBytes(20).toString("base64url")}`];
  await on(
    url,
    `WITH u AS (INSERT INTO "User" (id, handle, name, email, languages, knows, wants, "joinedAt", locale) VALUES ($1, $2, $3, $4, '{en}', '{}', '{}', now(), 'en') RETURNING id),
      s AS (INSERT INTO "Session" (id, "userId", "expiresAt") SELECT $5, id, now() + interval '1 day' FROM u),
      r AS (INSERT INTO "RoleGrant" ("userId", role) SELECT u.id, role::"PortalRole" FROM u, unnest($8::text[]) role)
    INSERT INTO "ApiToken" (id, "userId", name, "tokenHash") SELECT $6, id, 'test', $7 FROM u`,
    id, handle, name, email, sessionId, tokenId, createHash("sha256").update(token).digest("hex"), roles,
  );
  return { id, handle, name, email, token, tokenId, cookie: await encode({ token: { sessionId }, secret }) };
};

const cookieName = "next-auth.session-token";

/** As a program with a token: no cookie, no Origin. */
export const withToken = (baseURL: string, { token }: Pick<Somebody, "token">, headers: Record<string, string> = {}): Promise<APIRequestContext> =>
  request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${token}`, ...headers } });

/** As a browser with a session; whatever Origin it is to send is the caller's to say. */
export const withCookie = (baseURL: string, { cookie }: Pick<Somebody, "cookie">, headers: Record<string, string> = {}): Promise<APIRequestContext> =>
  request.newContext({ baseURL, extraHTTPHeaders: { cookie: `${cookieName}=${cookie}`, ...headers } });

/** For a browser's context. */
export const sessionOf = (baseURL: string, { cookie }: Pick<Somebody, "cookie">) => ({ name: cookieName, value: cookie, url: baseURL, httpOnly: true, sameSite: "Lax" as const });
