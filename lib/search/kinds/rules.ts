import type { SearchKind } from "@/lib/generated/prisma/enums";
import type { Sql } from "@/lib/platform/sql";
import type { Finds } from "../policy";

/** What an event says of which records are to be indexed again. */
export type Fact = { subjectId: string; communityId: string | null; payload: Record<string, unknown> };

/** What the address of a record is made from: where it stands, and what its kind adds to that (`about`). */
export type Standing = { id: string; discussionId: string | null; community: { slug: string } | null; about: Record<string, unknown> };

/**
 * How one kind of record is found: all that search knows of it. Aliases: the row of the index `s`, the discussion `d` it stands in, the community `c` it
 * stands in (or is), and what `record` joins. A kind that is added is a line in schema.ts (its name), a value of SearchKind, its words, and an entry here.
 */
export type Indexed = {
  stored: SearchKind;
  /** Where it is found: by who reads its community, or by who may see it wherever they are. */
  within: "community" | "portal";
  /** Whether its title is its own, and counts as such; a reply has its discussion's. */
  titled: boolean;
  /** The rows of these ids as they are indexed, of those that are to be found: id, communityId, discussionId, unitId, language, title, tags, files, text, at. */
  source: (ids: Sql) => Sql;
  /** Joins the record itself, where it is neither `d` nor `c`. */
  record?: Sql;
  /** Whether this person sees the record now: the index follows the records a moment later, so they are asked. */
  seen: (finds: Finds) => Sql;
  /** For the ranking; without them, nothing is added. */
  accepted?: Sql;
  thanks?: Sql;
  replies?: Sql;
  tags?: Sql;
  /** Who wrote it, and their name where they have no account. */
  author?: { id: Sql; name: Sql };
  /** More than ids and slugs that its address needs, as JSON. */
  about?: Sql;
  url: (row: Standing) => string;
  /** By the events that change what it is found by, or who finds it: the ids that are to be indexed again (a SELECT of `id`). */
  facts: Record<string, (fact: Fact) => Sql>;
};
