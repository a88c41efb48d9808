import "server-only";
import { communitiesReadBySql, communitiesSeenBySql } from "@/lib/communities/policy";
import { discussionsSeenBySql } from "@/lib/discussions/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { empty, join, type Sql, sql } from "@/lib/platform/sql";
import { peopleSeenBySql, profilesSeenBySql } from "./policy";
import { afterName, byName, terms } from "./rules";
import type { PeopleFilter } from "./schema";

export type PersonRow = {
  id: string;
  handle: string;
  name: string;
  position: string;
  unit: { code: string; name: string } | null;
  languages: string[];
  knows: string[];
  /** The last day of an absence that is under way. */
  awayUntil: Date | null;
};

const today = sql`(now() AT TIME ZONE coalesce((SELECT "timeZone" FROM "Organisation" WHERE id = 1), 'UTC'))::date`;
const away = sql`(SELECT max(a."endsOn") FROM "Absence" a WHERE a."userId" = u.id AND ${today} BETWEEN a."startsOn" AND a."endsOn")`;
const row = sql`u.id, u.handle, u.name, u.position, CASE WHEN n.id IS NULL THEN NULL ELSE json_build_object('code', n.code, 'name', n.name) END unit,
  u.languages, u.knows, ${away} "awayUntil"`;

/** Every term stands somewhere in name, handle, position, unit or knowledge; accents do not count, and a word may be misspelt. */
const sought = (all: string[]) =>
  all.length === 0
    ? empty
    : sql`AND ${join(
        all.map((term) => sql`(u.sought LIKE '%' || sw_fold(${term.replace(/[\\%_]/g, "\\$&")}) || '%' OR sw_fold(${term}) <% u.sought)`),
        " AND ",
      )}`;

/** A unit with everything under it. */
const within = (code: string) => sql`u."unitId" IN (
  WITH RECURSIVE below AS (SELECT id FROM "Unit" WHERE code = ${code} UNION SELECT c.id FROM "Unit" c JOIN below b ON c."parentId" = b.id) SELECT id FROM below)`;

/** Who knows what: colleagues by name, in pages by key. */
export const listPeople = read(peopleSeenBySql, async (visible, tx, { q, unit, language, knows, after, limit }: PeopleFilter) => {
  const from = afterName(after);
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT ${row} FROM "User" u LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE ${visible} ${sought(terms(q))} ${unit ? sql`AND ${within(unit)}` : empty}
      ${language ? sql`AND u.languages @> ARRAY[${language}]` : empty} ${knows ? sql`AND u.knows @> ARRAY[${knows}]` : empty}
      ${from ? sql`AND (u.name, u.id) > (${from.name}, ${from.id}::uuid)` : empty}
    ORDER BY u.name, u.id LIMIT ${limit + 1}`;
  return byName(rows, limit);
});

export type PersonView = PersonRow & {
  about: string;
  wants: string[];
  timeZone: string | null;
  joinedAt: Date | null;
  imported: boolean;
  manager: { handle: string; name: string } | null;
  headOf: { code: string; name: string }[];
};

/** One person's page; null for who has left and who never was, alike. */
export const getPerson = read(profilesSeenBySql, async (visible, tx, handle: string) => {
  const [found] = await tx.$queryRaw<PersonView[]>`
    SELECT ${row}, u.about, u.wants, u."timeZone", u."joinedAt", EXISTS (SELECT 1 FROM "ImportedAuthor" i WHERE i."userId" = u.id) imported,
      CASE WHEN m.name IS NULL THEN NULL ELSE json_build_object('handle', m.handle, 'name', m.name) END manager,
      coalesce((SELECT json_agg(json_build_object('code', h.code, 'name', h.name) ORDER BY h.name) FROM "Unit" h WHERE h."headId" = u.id AND h."closedAt" IS NULL), '[]') "headOf"
    FROM "User" u LEFT JOIN "Unit" n ON n.id = u."unitId" LEFT JOIN "User" m ON m.id = u."managerId" AND m."closedAt" IS NULL
    WHERE u.handle = ${handle} AND ${visible}`;
  return found ?? null;
});

/** Where someone is a member, as far as the reader knows of it: who belongs to a community by request only its own people know. */
export const listPersonCommunities = read(
  (actor: Actor) => sql`${communitiesSeenBySql(actor)} AND ${communitiesReadBySql(actor)}`,
  (visible, tx, userId: string) =>
    tx.$queryRaw<{ slug: string; name: string; language: string; leads: boolean }[]>`
      SELECT c.slug, c.name, c.language, m.role = 'LEADER' leads FROM "Membership" m JOIN "Community" c ON c.id = m."communityId"
      WHERE m."userId" = ${userId}::uuid AND c."archivedAt" IS NULL AND ${visible} ORDER BY m.role DESC, lower(c.name), c.id LIMIT 50`,
);

export type PersonPost = { id: string; discussionId: string; slug: string; community: string; title: string; language: string; isReply: boolean; at: Date };

/** What someone wrote last, where the reader reads too. */
export const listPersonPosts = read(
  (actor: Actor) => discussionsSeenBySql(actor),
  (visible, tx, userId: string, limit: number) => {
    const posts = (what: Sql) => sql`SELECT * FROM (${what}) latest`;
    return tx.$queryRaw<PersonPost[]>`
      SELECT * FROM (
        ${posts(sql`SELECT d.id, d.id "discussionId", c.slug, c.name community, d.title, d.language, false "isReply", d."createdAt" at
          FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId"
          WHERE d."authorId" = ${userId}::uuid AND ${visible} AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL ORDER BY d."createdAt" DESC LIMIT ${limit}`)}
        UNION ALL
        ${posts(sql`SELECT r.id, d.id, c.slug, c.name, d.title, d.language, true, r."createdAt"
          FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" JOIN "Community" c ON c.id = d."communityId"
          WHERE r."authorId" = ${userId}::uuid AND r."deletedAt" IS NULL AND r."hiddenAt" IS NULL AND d."hiddenAt" IS NULL AND ${visible} ORDER BY r."createdAt" DESC LIMIT ${limit}`)}
      ) posts ORDER BY at DESC, id DESC LIMIT ${limit}`;
  },
);

export type PersonSummary = { id: string; handle: string; name: string; position: string; unit: string | null };

/**
 * Whom someone may mean after an `@`. In a community that is not open to everyone, only its members can read the post and only
 * they are offered; and only to who belongs there. `text` is the beginning of a handle or of a word of the name.
 */
export const listPeopleForCompletion = read(
  (actor: Actor) => ({ people: peopleSeenBySql(actor), inside: communitiesReadBySql(actor) }),
  async ({ people, inside }, tx, text: string, communityId?: string) => {
    const [term] = terms(text.slice(0, 60));
    const begins = term?.replace(/[\\%_]/g, "\\$&") ?? "";
    return tx.$queryRaw<PersonSummary[]>`
      SELECT u.id, u.handle, u.name, u.position, n.name unit FROM "User" u LEFT JOIN "Unit" n ON n.id = u."unitId"
      WHERE ${people} AND u."joinedAt" IS NOT NULL
        ${begins ? sql`AND (u.handle LIKE lower(${begins}) || '%' OR ' ' || sw_fold(u.name) LIKE '% ' || sw_fold(${begins}) || '%')` : empty}
        ${communityId ? sql`AND EXISTS (SELECT 1 FROM "Community" c WHERE c.id = ${communityId}::uuid AND ${inside}
          AND (c.entry = 'OPEN' OR EXISTS (SELECT 1 FROM "Membership" m WHERE m."communityId" = c.id AND m."userId" = u.id)))` : empty}
      ORDER BY ${begins ? sql`(u.handle = lower(${begins})) DESC,` : empty} u.name, u.id LIMIT 8`;
  },
);

/** A person in a few words: for a line under a text, a mention, an answer to a program. Null when there is no such colleague. */
export const getPersonSummary = read(profilesSeenBySql, async (visible, tx, handle: string) => {
  const [found] = await tx.$queryRaw<PersonSummary[]>`
    SELECT u.id, u.handle, u.name, u.position, n.name unit FROM "User" u LEFT JOIN "Unit" n ON n.id = u."unitId" WHERE u.handle = ${handle.toLowerCase()} AND ${visible}`;
  return found ?? null;
});
