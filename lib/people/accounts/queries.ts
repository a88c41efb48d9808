import "server-only";
import type { PortalRole, StaffCategory } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { empty, sql } from "@/lib/platform/sql";
import { hashToken } from "@/lib/platform/token";
import { peopleManagedBySql } from "../policy";
import { afterName, byName } from "../rules";
import type { AccountFilter } from "./schema";

/** One's own account, to check one's own password against. */
export const getOwnAccount = read(
  (actor: Actor) => ({ id: actor.id, closedAt: null }),
  (own, tx) => tx.user.findFirst({ where: own, select: { passwordHash: true, name: true, handle: true, email: true } }),
);

/** The mail address that a mailed link makes one's own, while it lasts. */
export const getEmailChange = read(
  (actor: Actor) => ({ userId: actor.id, usedAt: null, expiresAt: { gt: new Date() } }),
  (own, tx, token: string) => tx.emailChange.findFirst({ where: { AND: [own, { tokenHash: hashToken(token) }] }, select: { email: true } }),
);

export type AccountRow = {
  id: string;
  handle: string;
  name: string;
  email: string | null;
  position: string;
  unit: string | null;
  category: StaffCategory;
  roles: PortalRole[];
  joinedAt: Date | null;
  closedAt: Date | null;
  /** Whether they have asked to be erased. */
  erasure: boolean;
};

const states = {
  open: sql`u."closedAt" IS NULL`,
  waiting: sql`u."closedAt" IS NULL AND u."joinedAt" IS NULL`,
  erasure: sql`EXISTS (SELECT 1 FROM "ErasureRequest" e WHERE e."userId" = u.id)`,
  left: sql`u."closedAt" IS NOT NULL`,
};
const nameSql = sql`coalesce(u.name, d.name, '')`;

/** The accounts someone looks after, by name, in pages by key; of those who have left, what their departure still knows. */
export const listAccounts = read(peopleManagedBySql, async (visible, tx, { q, state, after, limit }: AccountFilter) => {
  const from = afterName(after);
  const term = (q ?? "").replace(/[\\%_]/g, "\\$&");
  const rows = await tx.$queryRaw<AccountRow[]>`
    SELECT u.id, coalesce(d.handle, u.handle) handle, ${nameSql} name, coalesce(u.email, d.email) email, u.position, n.name unit, u.category, u."joinedAt", u."closedAt",
      array(SELECT r.role::text FROM "RoleGrant" r WHERE r."userId" = u.id ORDER BY r.role) roles, ${states.erasure} erasure
    FROM "User" u LEFT JOIN "Departure" d ON d."userId" = u.id LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE ${visible} AND ${states[state]}
      ${term ? sql`AND (u.sought LIKE '%' || sw_fold(${term}) || '%' OR u.email LIKE lower(${term}) || '%' OR sw_fold(coalesce(d.name, '')) LIKE '%' || sw_fold(${term}) || '%')` : empty}
      ${from ? sql`AND (${nameSql}, u.id) > (${from.name}, ${from.id}::uuid)` : empty}
    ORDER BY ${nameSql}, u.id LIMIT ${limit + 1}`;
  return byName(rows, limit);
});

export type Account = {
  id: string;
  version: number;
  handle: string;
  name: string | null;
  email: string | null;
  position: string;
  category: StaffCategory;
  joinedAt: Date | null;
  closedAt: Date | null;
  unit: string | null;
  manager: string | null;
  roles: { role: PortalRole }[];
  erasureAskedAt: Date | null;
  /** What is still known of someone who has left. */
  left: { name: string | null; handle: string | null; erased: boolean } | null;
};

/** One account, for who looks after it. */
export const getAccount = read(peopleManagedBySql, async (visible, tx, id: string) => {
  const [found] = await tx.$queryRaw<Account[]>`
    SELECT u.id, u.version, u.handle, u.name, u.email, u.position, u.category, u."joinedAt", u."closedAt", n.code unit, m.handle manager, e.at "erasureAskedAt",
      coalesce((SELECT json_agg(json_build_object('role', r.role) ORDER BY r.role) FROM "RoleGrant" r WHERE r."userId" = u.id), '[]') roles,
      CASE WHEN d."userId" IS NULL THEN NULL ELSE json_build_object('name', d.name, 'handle', d.handle, 'erased', d."erasedAt" IS NOT NULL) END "left"
    FROM "User" u LEFT JOIN "Unit" n ON n.id = u."unitId" LEFT JOIN "User" m ON m.id = u."managerId" LEFT JOIN "Departure" d ON d."userId" = u.id
      LEFT JOIN "ErasureRequest" e ON e."userId" = u.id
    WHERE u.id = ${id}::uuid AND ${visible}`;
  return found ?? null;
});
