import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { secret } from "../support/portal-data";

const entry = async (client: pg.Client, id: string) => {
  const [sessionId, token] = [randomUUID(), `sw_${randomBytes(20).toString("base64url")}`];
  await client.query(`INSERT INTO "Membership" ("userId", "communityId") SELECT $1, id FROM "Community" WHERE slug ~ '^place-[0-9]*[37](-|$)' ORDER BY "discussionCount" DESC LIMIT 12 ON CONFLICT DO NOTHING`, [id]);
  await client.query(`INSERT INTO "Session" (id, "userId", "expiresAt") VALUES ($2, $1, now() + interval '1 day')`, [id, sessionId]);
  await client.query(`INSERT INTO "ApiToken" (id, "userId", name, "tokenHash") VALUES ($2, $1, 'bench', $3)`, [id, randomUUID(), createHash("sha256").update(token).digest("hex")]);
  return { id, cookie: `next-auth.session-token=${await encode({ token: { sessionId }, secret })}`, token };
};

/** People who belong to the largest place and to ten others, large and small, private ones too, the first ones as leaders; signed in, and with a token. */
export const makeVisitors = async (client: pg.Client, count: number) => {
  const { rows } = await client.query<{ id: string }>(`SELECT "userId" id FROM "Membership" WHERE "communityId" = (SELECT id FROM "Community" WHERE slug = 'place-0') ORDER BY role DESC, "joinedAt" LIMIT $1`, [count]);
  const visitors: Awaited<ReturnType<typeof entry>>[] = [];
  for (const { id } of rows) visitors.push(await entry(client, id));
  return visitors;
};

/** Searches are counted, and refused after so many a minute: here each count has run out by the next. */
export const liftLimits = async (client: pg.Client) => {
  await client.query(`CREATE OR REPLACE FUNCTION bench_forgets() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.expire := 1; RETURN NEW; END'`);
  await client.query(`CREATE OR REPLACE TRIGGER bench_forgets BEFORE INSERT OR UPDATE ON "RateLimit" FOR EACH ROW EXECUTE FUNCTION bench_forgets()`);
};
