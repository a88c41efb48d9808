import "server-only";
import { communitiesReadBySql, communitiesSeenBySql } from "@/lib/communities/policy";
import { discussionsSeenBySql } from "@/lib/discussions/policy";
import { type Author, authorSql } from "@/lib/discussions/queries";
import { unseenSql } from "@/lib/discussions/readings/policy";
import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { peopleSeenBySql } from "@/lib/people/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { empty, join, type Sql, sql } from "@/lib/platform/sql";
import type { Ask } from "./rules";

export type Newcomer = { handle: string; name: string; unit: string | null; knows: string[]; wants: string[] };
export type Mine = { knows: string[]; wants: string[]; about: string; position: string; newcomers: Newcomer[] };

/** Days for which somebody counts as new. */
const NEW_DAYS = 28;

/** What someone says of themselves, and who has started lately, the own unit first. */
export const getMine = read(
  (actor: Actor) => ({ people: peopleSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  async ({ people, me }, tx): Promise<Mine> => {
    const [mine] = await tx.$queryRaw<Mine[]>`
      SELECT coalesce(i.knows, '{}') knows, coalesce(i.wants, '{}') wants, i.about, i.position, coalesce((SELECT json_agg(json_build_object('handle', x.handle, 'name', x.name, 'unit', x.unit, 'knows', x.knows, 'wants', x.wants))
        FROM (SELECT u.handle, u.name, n.name unit, u.knows, u.wants FROM (
            SELECT * FROM "User" u WHERE u."joinedAt" >= now() - make_interval(days => ${NEW_DAYS}::int) AND u.id <> i.id AND ${people} ORDER BY u."joinedAt" DESC LIMIT 60) u LEFT JOIN "Unit" n ON n.id = u."unitId"
          ORDER BY (u."unitId" = i."unitId") IS TRUE DESC, u."joinedAt" DESC, u.id LIMIT 3) x), '[]') newcomers
      FROM "User" i WHERE i.id = ${me}`;
    return mine ?? { knows: [], wants: [], about: "", position: "", newcomers: [] };
  },
);

export type Asked = { ask: Ask; at: Date; slug: string; community: string; title: string | null; language: string; discussionId: string | null; replyId: string | null; who: string | null; unit: string | null; count: number };

/** Days after which a mention that nobody answered asks no more. */
const MENTION_DAYS = 30;
const SUMMARY_DAYS = 120;

/** What waits for this person's own answer. Each part reads a few rows by an index of its own; who leads nothing is not asked what leaders are. */
export const listAsked = read(
  (actor: Actor) => ({ seen: communitiesSeenBySql(actor), inside: communitiesReadBySql(actor), visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid`, leads: [...actor.leads], member: [...actor.memberOf] }),
  async ({ seen, inside, visible, me, leads, member }, tx) => {
    const ofPlace = (ask: Ask, from: Sql, at: Sql, more: { who?: Sql; unit?: Sql; count?: Sql } = {}) => sql`(
      SELECT ${ask} ask, ${at} at, c.slug, c.name community, NULL title, c.language, NULL::uuid "discussionId", NULL::uuid "replyId", ${more.who ?? sql`NULL`} who, ${more.unit ?? sql`NULL`} unit, ${more.count ?? sql`1`} count ${from} LIMIT 10)`;
    const ofPost = (ask: Ask, from: Sql, at: Sql, replyId: Sql = sql`NULL::uuid`) => sql`(
      SELECT ${ask} ask, ${at} at, c.slug, c.name community, d.title, d.language, d.id, ${replyId}, u.name, n.name, 1 ${from} LIMIT 10)`;
    const waiting = (table: Sql, open: Sql) => sql`FROM "Community" c CROSS JOIN LATERAL (
      SELECT count(*)::int count, min(w."createdAt") at, (array_agg(w."userId" ORDER BY w."createdAt"))[1] "userId" FROM (SELECT * FROM ${table} w WHERE w."communityId" = c.id AND ${open} ORDER BY w."createdAt" LIMIT 50) w) w
      LEFT JOIN "User" u ON u.id = w."userId" LEFT JOIN "Unit" n ON n.id = u."unitId" WHERE c.id = ANY(${leads}::uuid[]) AND c."archivedAt" IS NULL AND ${inside} AND w.count > 0`;
    const person = { who: sql`u.name`, unit: sql`n.name`, count: sql`w.count` };
    const own = (table: Sql, by: Sql, rows: Sql) => sql`FROM ${table} w JOIN "Community" c ON c.id = w."communityId" LEFT JOIN "User" u ON u.id = ${by} LEFT JOIN "Unit" n ON n.id = u."unitId"
      WHERE w."userId" = ${me} AND w."answeredAt" IS NULL AND c."archivedAt" IS NULL AND ${rows}`;
    const writer = sql`LEFT JOIN "User" u ON u.id = coalesce(r."authorId", d."authorId") LEFT JOIN "Unit" n ON n.id = u."unitId"`;
    const parts = [
      ofPlace("invitation", own(sql`"CommunityInvitation"`, sql`w."invitedById"`, seen), sql`w."createdAt"`, { who: sql`u.name`, unit: sql`n.name` }),
      ofPost("mention", sql`FROM (SELECT DISTINCT ON (m."discussionId") m.* FROM "Mention" m WHERE m."userId" = ${me} AND m."createdAt" > now() - make_interval(days => ${MENTION_DAYS}::int) ORDER BY m."discussionId", m."createdAt" DESC) m
        JOIN "Discussion" d ON d.id = m."discussionId" JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "Reply" r ON r.id = m."replyId" ${writer}
        WHERE ${visible} AND c."archivedAt" IS NULL AND d.kind IN ('QUESTION', 'HELP_REQUEST') AND d."closedAt" IS NULL AND d."acceptedReplyId" IS NULL AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL
          AND (m."replyId" IS NULL OR (r."deletedAt" IS NULL AND r."hiddenAt" IS NULL)) AND coalesce(r."authorId", d."authorId") IS DISTINCT FROM ${me}
          AND NOT EXISTS (SELECT 1 FROM "Reply" a WHERE a."discussionId" = d.id AND a."authorId" = ${me} AND a."createdAt" > m."createdAt" AND a."deletedAt" IS NULL)`, sql`m."createdAt"`, sql`m."replyId"`),
      ...(member.length === 0 ? [] : [
        ofPlace("offer", own(sql`"LeadershipOffer"`, sql`w."askedById"`, inside), sql`w."createdAt"`, { who: sql`u.name`, unit: sql`n.name` }),
        ofPost("consent", sql`FROM "DiscussionMove" v JOIN "Discussion" d ON d.id = v."discussionId" JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON u.id = v."proposedById" LEFT JOIN "Unit" n ON n.id = u."unitId"
          WHERE v."doneAt" IS NULL AND ${visible} AND c.id = ANY(${member}::uuid[]) AND NOT EXISTS (SELECT 1 FROM "MoveConsent" k WHERE k."moveId" = v.id AND k."userId" = ${me})
            AND (d."authorId" = ${me} OR EXISTS (SELECT 1 FROM "Reply" a WHERE a."discussionId" = d.id AND a."authorId" = ${me} AND a."deletedAt" IS NULL))`, sql`v."createdAt"`),
        ofPost("summary", sql`FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON false LEFT JOIN "Unit" n ON false
          WHERE d."authorId" = ${me} AND d."createdAt" > now() - make_interval(days => ${SUMMARY_DAYS}::int) AND d.kind = 'HOT_TOPIC' AND d."closedAt" IS NOT NULL AND d.summary = '' AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL
            AND c."archivedAt" IS NULL AND c.id = ANY(${member}::uuid[]) AND ${visible}`, sql`d."closedAt"`),
      ]),
      ...(leads.length === 0 ? [] : [
        ofPlace("request", waiting(sql`"MembershipRequest"`, sql`w."answeredAt" IS NULL`), sql`w.at`, person),
        ofPlace("flag", waiting(sql`"TopicFlag"`, sql`w."resolvedAt" IS NULL`), sql`w.at`, { count: sql`w.count` }),
        ofPlace("report", sql`FROM (SELECT d."communityId" id, count(*)::int count, min(p."createdAt") at FROM "Report" p JOIN "Discussion" d ON d.id = p."discussionId" JOIN "Community" c ON c.id = d."communityId"
          WHERE p."resolvedAt" IS NULL AND d."communityId" = ANY(${leads}::uuid[]) AND ${visible} GROUP BY d."communityId") w JOIN "Community" c ON c.id = w.id WHERE c."archivedAt" IS NULL`, sql`w.at`, { count: sql`w.count` }),
      ]),
    ];
    return tx.$queryRaw<Asked[]>`${join(parts, " UNION ALL ")}`;
  },
);

export type Due = { occasion: "needed-by" | "closing" | "away"; id: string; slug: string | null; title: string | null; language: string | null; on: Date; until: Date; replyCount: number; mine: boolean };

const CLOSING_DAYS = 400;

/** Days that concern this person: help they asked for or offered, hot topics of theirs that are about to close, when they are away. */
export const listDue = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid`, member: [...actor.memberOf] }),
  ({ visible, me, member }, tx, today: Date) => {
    const open = sql`${visible} AND c."archivedAt" IS NULL AND d."closedAt" IS NULL AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL`;
    const places = member.length === 0 ? empty : sql`
      (SELECT 'needed-by' occasion, d.id, c.slug, d.title, d.language, d."neededBy" "on", d."neededBy" "until", d."replyCount", d."authorId" = ${me} mine 
        FROM unnest(${member}::uuid[]) place JOIN "Community" c ON c.id = place CROSS JOIN LATERAL (
          SELECT d.* FROM "Discussion" d WHERE d."communityId" = c.id AND d."neededBy" BETWEEN ${today}::date - 14 AND ${today}::date + 60 AND d.kind = 'HELP_REQUEST' AND ${open} ORDER BY d."neededBy" LIMIT 20) d
        WHERE (d."authorId" = ${me} OR EXISTS (SELECT 1 FROM "Reply" a WHERE a."discussionId" = d.id AND a."authorId" = ${me} AND a."deletedAt" IS NULL)) ORDER BY d."neededBy", d.id LIMIT 8)
      UNION ALL
      (SELECT 'closing', d.id, c.slug, d.title, d.language, (d."lastActivityAt" + interval '7 days')::date, (d."lastActivityAt" + interval '7 days')::date, d."replyCount", true FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId"
        WHERE d."authorId" = ${me} AND d."createdAt" > now() - make_interval(days => ${CLOSING_DAYS}::int) AND d.kind = 'HOT_TOPIC' AND ${open} ORDER BY d."lastActivityAt", d.id LIMIT 4)
      UNION ALL`;
    return tx.$queryRaw<Due[]>`
      SELECT * FROM (${places}
        (SELECT 'away' occasion, a.id, NULL slug, NULL title, NULL "language", a."startsOn" "on", a."endsOn" "until", 0 "replyCount", true mine FROM "Absence" a
          WHERE a."userId" = ${me} AND a."endsOn" >= ${today}::date AND a."startsOn" <= ${today}::date + 14 ORDER BY a."startsOn", a.id LIMIT 2)) due ORDER BY "on", id LIMIT 8`;
  },
);

export type Voice = { part: "news" | "story" | "waiting"; id: string; slug: string; community: string; kind: DiscussionKind; title: string; language: string; tags: string[]; replyCount: number; createdAt: Date; at: Date; author: Author; lastReplier: string | null; unseen: boolean };

/** Rows that are looked at in each place, and over all places: what a page costs has a bound, whatever there is. Stories are ordered by a column that is empty in all of them: so the index is read from its end. */
const LOOKED_AT = { place: 12, stories: 60, questions: 300 };

/**
 * What is new where someone belongs, a story from another unit, and questions without an answer: where they belong, or about what they
 * know (`tags`) wherever they read. Each is found by an index; only what is shown is read in full.
 */
export const listVoices = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid`, member: [...actor.memberOf] }),
  ({ visible, me, member }, tx, tags: readonly string[], unitId: string | null) => {
    const shown = sql`d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL`;
    return tx.$queryRaw<Voice[]>`
      WITH picked AS MATERIALIZED (
        (SELECT 'news' part, n.id, n.at, n.unseen FROM unnest(${member}::uuid[]) place JOIN "Community" c ON c.id = place JOIN "Membership" m ON m."communityId" = c.id AND m."userId" = ${me}
          CROSS JOIN LATERAL (SELECT d.id, d."lastActivityAt" at, ${unseenSql} unseen FROM (
              SELECT d.* FROM "Discussion" d WHERE d."communityId" = c.id AND ${visible} AND ${shown} ORDER BY d."lastActivityAt" DESC, d.id DESC LIMIT ${LOOKED_AT.place}) d
            ORDER BY 3 DESC, d."lastActivityAt" DESC LIMIT 4) n
          WHERE c."archivedAt" IS NULL ORDER BY n.unseen DESC, n.at DESC LIMIT 12)
        UNION ALL
        (SELECT 'story', d.id, d."lastActivityAt", true FROM (SELECT d.* FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId"
            WHERE d.kind = 'STORY' AND d."closedAt" IS NULL AND ${visible} AND ${shown} AND c."archivedAt" IS NULL ORDER BY d."closedAt" DESC, d."lastActivityAt" DESC LIMIT ${LOOKED_AT.stories}) d JOIN "User" w ON w.id = d."authorId"
          WHERE w.id <> ${me} AND w."unitId" IS NOT NULL AND w."unitId" IS DISTINCT FROM ${unitId}::uuid AND NOT EXISTS (SELECT 1 FROM "Reading" s WHERE s."userId" = ${me} AND s."discussionId" = d.id)
          ORDER BY d."lastActivityAt" DESC LIMIT 1)
        UNION ALL
        (SELECT 'waiting', d.id, d."createdAt", true FROM (SELECT d.* FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId"
            WHERE d.kind = 'QUESTION' AND d."replyCount" = 0 AND d."closedAt" IS NULL AND ${visible} AND ${shown} AND c."archivedAt" IS NULL ORDER BY d."createdAt" DESC, d.id DESC LIMIT ${LOOKED_AT.questions}) d
          WHERE d."authorId" IS DISTINCT FROM ${me} AND (d.tags && ${[...tags]}::text[] OR d."communityId" = ANY(${member}::uuid[]))
          ORDER BY (d.tags && ${[...tags]}::text[]) IS TRUE DESC, d."createdAt" DESC, d.id DESC LIMIT 4))
      SELECT p.part, p.at, p.unseen, d.id, c.slug, c.name community, d.kind, d.title, d.language, coalesce(d.tags, '{}') tags, d."replyCount", d."createdAt", ${authorSql(sql`d`)} author, coalesce(l.name, d."lastReplierName") "lastReplier"
      FROM picked p JOIN "Discussion" d ON d.id = p.id JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON u.id = d."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId" LEFT JOIN "User" l ON l.id = d."lastReplierId"
      ORDER BY p.at DESC, p.id DESC`;
  },
);
