import { sql } from "@/lib/platform/sql";

/**
 * Who reads in the community `c`, asked for many people at once (`p`): the rule of `communitiesReadBySql` in its two halves.
 * Everyone reads in an open one, its members in every one.
 */
export const everyoneReadsSql = sql`(c.entry = 'OPEN')`;
export const memberReadsSql = sql`EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = p.id AND m."communityId" = c.id)`;
