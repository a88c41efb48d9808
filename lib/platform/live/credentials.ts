import "server-only";
import { createHash } from "node:crypto";
import type { Me } from "../actor";
import { db } from "../db";

/** What somebody came in with: the id of a session, or the hash of a token. */
export const credentialOf = ({ sessionId }: Me, authorization: string | null) => sessionId ?? createHash("sha256").update(authorization?.split(" ")[1] ?? "").digest("hex");

/** Which of these still let somebody in, asked for all in one statement: no session that ended, no token revoked, no account closed. */
export const standingCredentials = async (credentials: string[]) => {
  const rows = await db.$queryRaw<{ credential: string }[]>`
    SELECT k.credential FROM unnest(${credentials}::text[]) k (credential), "User" u WHERE u."closedAt" IS NULL AND u.name IS NOT NULL AND u.id = coalesce(
      (SELECT s."userId" FROM "Session" s WHERE length(k.credential) = 36 AND s.id = CASE WHEN length(k.credential) = 36 THEN k.credential::uuid END AND s."endedAt" IS NULL AND s."expiresAt" > now()),
      (SELECT t."userId" FROM "ApiToken" t WHERE t."tokenHash" = k.credential AND t."revokedAt" IS NULL))`;
  return new Set(rows.map(({ credential }) => credential));
};
