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

/** The index is made again by the scheduler alone. */
export const mayRemake = (actor: Actor) => actor.kind === "system";
