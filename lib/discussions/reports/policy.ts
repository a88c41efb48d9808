import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

/** Reports are for the leaders of the community the post stands in; also where the post was deleted since, so that they can be settled. */
export const reportsSeenBy = (actor: Actor): Prisma.ReportWhereInput => ({
  discussion: { communityId: { in: actor.kind === "person" ? [...actor.leads] : [] } },
});

/** The same rows for raw SQL: the report under the alias `p`, its discussion under `d`. */
export const reportsSeenBySql = (actor: Actor) => (actor.kind === "person" ? sql`d."communityId" = ANY(${[...actor.leads]}::uuid[])` : sql`false`);

export const mayResolve = (actor: Actor, report: { discussion: { communityId: string } }) => actor.kind === "person" && leads(actor, report.discussion.communityId);
