import "server-only";
import { read } from "@/lib/platform/access";
import { empty, sql } from "@/lib/platform/sql";
import { afterName, byName } from "../rules";
import { authorsSeenBySql } from "./policy";
import type { AuthorFilter } from "./schema";

export type AuthorRow = { id: string; handle: string; name: string; source: string };

/** Imported authors by name, in pages by key. */
export const listAuthors = read(authorsSeenBySql, async (visible, tx, { q, after, limit }: AuthorFilter) => {
  const from = afterName(after);
  const rows = await tx.$queryRaw<AuthorRow[]>`
    SELECT u.id, u.handle, u.name, i.source FROM "User" u JOIN "ImportedAuthor" i ON i."userId" = u.id
    WHERE ${visible} ${q ? sql`AND u.sought LIKE '%' || sw_fold(${q.replace(/[\\%_]/g, "\\$&")}) || '%'` : empty}
      ${from ? sql`AND (u.name, u.id) > (${from.name}, ${from.id}::uuid)` : empty}
    ORDER BY u.name, u.id LIMIT ${limit + 1}`;
  return byName(rows, limit);
});
