import { communitiesReadBySql, communitiesSeenBySql } from "@/lib/communities/policy";
import { peopleSeenBySql } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { type Sql, sql } from "@/lib/platform/sql";

/** What someone finds, kind by kind, as the records' own features say: conditions on a community `c` and on a person `u`; and, for what is near to them, who they are and which communities are theirs. */
export type Finds = { read: Sql; seen: Sql; people: Sql; reader: Sql; mine: Sql };

/** Discussions and replies where they are read, communities where they are seen, people who are colleagues; an administrator finds no more. */
export const foundBy = (actor: Actor): Finds => ({
  read: communitiesReadBySql(actor),
  seen: communitiesSeenBySql(actor),
  people: peopleSeenBySql(actor),
  reader: sql`${actor.id}::uuid`,
  mine: sql`(c.id = ANY(${[...actor.memberOf]}::uuid[]))`,
});

/**
 * Whether a row of the index (`s`) stands for something that this person sees now. The index follows the records a moment later, so the
 * records themselves are asked: the discussion `d`, the reply `r`, the community `c`, the person `u`.
 */
export const stillFound = ({ read, seen, people }: Finds) => sql`(CASE s.kind
  WHEN 'PERSON' THEN u.id IS NOT NULL AND ${people}
  WHEN 'COMMUNITY' THEN c.id IS NOT NULL AND ${seen}
  ELSE d."deletedAt" IS NULL AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL AND ${read}
    AND (s.kind = 'DISCUSSION' OR (r.id IS NOT NULL AND r."deletedAt" IS NULL AND r."hiddenAt" IS NULL)) END)`;

/** The records behind rows of the index under the alias `s`. A discussion's own community counts, not the one it was indexed in. */
export const records = sql`LEFT JOIN "Discussion" d ON d.id = s."discussionId"
  LEFT JOIN "Reply" r ON s.kind = 'REPLY' AND r.id = s.id
  LEFT JOIN "Community" c ON c.id = coalesce(d."communityId", s."communityId")
  LEFT JOIN "User" u ON s.kind = 'PERSON' AND u.id = s.id`;
