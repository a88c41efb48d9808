import "server-only";
import { empty, join, type Sql, sql } from "@/lib/platform/sql";
import type { Finds } from "../policy";
import type { Kind } from "../schema";
import { community, person } from "./places/queries";
import { discussion, reply } from "./posts/queries";
import type { Indexed } from "./rules";

/** Every kind of record there is, in the order in which they are indexed: search knows of a kind what stands here, and nothing else. */
export const registry: Record<Kind, Indexed> = { discussion, reply, community, person };
const all = () => Object.values(registry);

/** By kind: an expression for each row `s`, and another for kinds that say none. */
export const byKind = (of: (kind: Indexed) => Sql | undefined, otherwise: Sql) => {
  const cases = all().flatMap((kind) => {
    const said = of(kind);
    return said ? [sql`WHEN ${kind.stored}::"SearchKind" THEN ${said}`] : [];
  });
  return cases.length > 0 ? sql`(CASE s.kind ${join(cases, " ")} ELSE ${otherwise} END)` : otherwise;
};

/** The kinds that stand in a community, or that do not, as an array of what is stored. */
export const standing = (within: Indexed["within"]) => sql`ARRAY[${join(all().filter((kind) => kind.within === within).map(({ stored }) => sql`${stored}::"SearchKind"`))}]`;

/** The records behind rows of the index under the alias `s`. A discussion's own community counts, not the one it was indexed in. */
export const records = () => sql`LEFT JOIN "Discussion" d ON d.id = s."discussionId"
  LEFT JOIN "Community" c ON c.id = coalesce(d."communityId", s."communityId") ${join(all().map(({ record }) => record ?? empty), " ")}`;

/** Whether a row of the index (`s`, with its `records`) stands for something that this person sees now. */
export const stillFound = (finds: Finds) => byKind(({ seen }) => seen(finds), sql`false`);
