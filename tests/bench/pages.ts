import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { secret } from "../support/portal-data";
import type { Filled } from "./portal";

/** Somebody who belongs to a dozen places, large and small, private ones too, and leads one; signed in, and with a token. */
export const makeVisitor = async (client: pg.Client) => {
  const [sessionId, token] = [randomUUID(), `sw_${randomBytes(20).toString("base64url")}`];
  const { rows } = await client.query<{ id: string }>(`SELECT "userId" id FROM "Membership" WHERE "communityId" = (SELECT id FROM "Community" WHERE slug = 'place-0') ORDER BY role DESC, "joinedAt" LIMIT 1`);
  const id = rows[0]?.id;
  await client.query(`INSERT INTO "Membership" ("userId", "communityId") SELECT $1, id FROM "Community" WHERE slug ~ '^place-[0-9]*[37](-|$)' ORDER BY "discussionCount" DESC LIMIT 12 ON CONFLICT DO NOTHING`, [id]);
  await client.query(`INSERT INTO "Session" (id, "userId", "expiresAt") VALUES ($2, $1, now() + interval '1 day')`, [id, sessionId]);
  await client.query(`INSERT INTO "ApiToken" (id, "userId", name, "tokenHash") VALUES ($2, $1, 'bench', $3)`, [id, randomUUID(), createHash("sha256").update(token).digest("hex")]);
  return { cookie: `next-auth.session-token=${await encode({ token: { sessionId }, secret })}`, token };
};

/** Searches are counted, and refused after so many a minute: here each count has run out by the next. */
export const liftLimits = async (client: pg.Client) => {
  await client.query(`CREATE OR REPLACE FUNCTION bench_forgets() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.expire := 1; RETURN NEW; END'`);
  await client.query(`CREATE OR REPLACE TRIGGER bench_forgets BEFORE INSERT OR UPDATE ON "RateLimit" FOR EACH ROW EXECUTE FUNCTION bench_forgets()`);
};

/** The pages that are measured, by what they are called in the table. */
export const pagesOf = ({ short, long, common, rare, misspelt }: Filled): Record<string, string> => {
  const place = "/communities/place-0";
  const search = (q: string) => `/search?q=${encodeURIComponent(q)}`;
  return {
    home: "/",
    communities: "/communities",
    community: place,
    "community, unanswered": `${place}?sort=unanswered`,
    "discussion, 5 replies": `${place}/discussions/${short}`,
    "discussion, 200 replies": `${place}/discussions/${long}`,
    members: `${place}/members`,
    tags: `${place}/tags`,
    people: "/people",
    "people, a word": "/people?q=library",
    "search, common word": search(common),
    "search, rare word": search(rare),
    "search, misspelt": search(misspelt),
    "api communities": "/api/v1/communities",
    "api discussions": `/api/v1${place}/discussions`,
    "api discussions by tag": `/api/v1${place}/discussions?tag=queue`,
    "api replies": `/api/v1/discussions/${long}/replies?limit=100`,
    "api members": `/api/v1${place}/members`,
    "api people": "/api/v1/people",
    "api units": "/api/v1/units",
    "api search": `/api/v1/search?q=${encodeURIComponent(common)}`,
  };
};
