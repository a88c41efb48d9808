import "server-only";
import { createHash } from "node:crypto";
import { type Actor, type Me, NOBODY } from "./actor";
import { db } from "./db";
import { hereSql } from "./live/position";
import { empty, type Sql, sql } from "./sql";

type Row = Omit<Me, "kind" | "unit"> & { unitId: string | null; unitCode: string; unitName: string };

/** Everything an actor is made of, in one statement: the person, the unit, the roles, the communities. */
const person = async (from: Sql, also: Sql): Promise<Me | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    ${also}
    SELECT u.id, u.handle, u.name, u.locale, u.theme, coalesce(u."timeZone", o."timeZone", 'UTC') "timeZone", u.languages,
      p.id "unitId", p.code "unitCode", p.name "unitName", s.sid "sessionId", ${hereSql} "asOf",
      array(SELECT r.role::text FROM "RoleGrant" r WHERE r."userId" = u.id) roles,
      array(SELECT m."communityId"::text FROM "Membership" m WHERE m."userId" = u.id) "memberOf",
      array(SELECT m."communityId"::text FROM "Membership" m WHERE m."userId" = u.id AND m.role = 'LEADER') leads
    FROM (${from}) s JOIN "User" u ON u.id = s.uid LEFT JOIN "Unit" p ON p.id = u."unitId" LEFT JOIN "Organisation" o ON o.id = 1
    WHERE u."closedAt" IS NULL AND u.name IS NOT NULL`;
  if (!row) return null;
  const { unitId, unitCode, unitName, ...rest } = row;
  return { ...rest, kind: "person", unit: unitId ? { id: unitId, code: unitCode, name: unitName } : null } as unknown as Me;
};

/** The person whose session this is, or null once it has ended: for the sign-out of next-auth, which has read the cookie itself. */
export const actorBySession = (id: string) =>
  person(
    sql`SELECT "userId" uid, id::text sid FROM "Session" WHERE id = ${id}::uuid AND "endedAt" IS NULL AND "expiresAt" > now()`,
    sql`WITH seen AS (UPDATE "Session" SET "lastSeenAt" = now() WHERE id = ${id}::uuid AND "lastSeenAt" < now() - interval '10 minutes')`,
  );

/** The person whose personal API token this is, or null. */
export const actorByToken = async (token: string) => {
  const tokenHash = createHash("sha256").update(token).digest("hex");
  return person(
    sql`SELECT "userId" uid, NULL::text sid FROM "ApiToken" WHERE "tokenHash" = ${tokenHash} AND "revokedAt" IS NULL`,
    sql`WITH used AS (UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE "tokenHash" = ${tokenHash} AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '10 minutes'))`,
  );
};

/** The person whose private address this is: a key opens the one path it was made for, and nothing else. */
export const actorByKey = async (key: string, path: string) => {
  const keyHash = createHash("sha256").update(key).digest("hex");
  return person(
    sql`SELECT "userId" uid, NULL::text sid FROM "PrivateAddress" WHERE "keyHash" = ${keyHash} AND path = ${path.replaceAll("\0", "")} AND "revokedAt" IS NULL`,
    sql`WITH used AS (UPDATE "PrivateAddress" SET "lastUsedAt" = now() WHERE "keyHash" = ${keyHash} AND path = ${path.replaceAll("\0", "")} AND "revokedAt" IS NULL AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '10 minutes'))`,
  );
};

/** A person by id, outside any session: for the programs in `lib/cli`, which whoever runs the machine may use. */
export const actorById = (id: string) => person(sql`SELECT id uid, NULL::text sid FROM "User" WHERE id = ${id}::uuid`, empty);

const nobody = (kind: "visitor" | "system"): Actor =>
  ({ id: NOBODY, kind, roles: [], memberOf: [], leads: [] }) as unknown as Actor;

/** Someone without a session: may sign in, answer an invitation, ask for a new password, set up an empty portal. */
export const visitor = nobody("visitor");
/** The scheduler and the jobs. */
export const system = nobody("system");
