import "server-only";
import type { DiscussionKind, Entry, ReactionName } from "@/lib/generated/prisma/enums";
import { cache } from "react";
import { standingSql } from "@/lib/follows/policy";
import type { Standing } from "@/lib/follows/rules";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, type Sql, sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "./policy";
import { unseenBySql } from "./readings/policy";
import { toStored } from "./rules";
import type { ListFilter } from "./schema";

/** Who wrote something. No name: someone who has left. No handle: the author of an imported text without an account. */
export type Author = { handle: string | null; name: string | null; unit: string | null; imported: boolean };

export type DiscussionRow = {
  id: string;
  kind: DiscussionKind;
  /** Empty when the administrator hid the first post. */
  title: string;
  language: string;
  tags: string[];
  replyCount: number;
  accepted: boolean;
  pinned: boolean;
  closedAt: Date | null;
  neededBy: Date | null;
  createdAt: Date;
  lastActivityAt: Date;
  author: Author;
  lastReplier: string | null;
  /** Something in it is new for the reader, who belongs to its community. */
  unseen: boolean;
};

/** Author of the row under the alias `of`, whose person stands under `u` and that person's unit under `n`. */
export const authorSql = (of: Sql) => sql`
  CASE WHEN u.id IS NULL THEN json_build_object('handle', NULL, 'name', ${of}."authorName", 'unit', NULL, 'imported', ${of}."authorName" IS NOT NULL)
  ELSE json_build_object('handle', u.handle, 'name', u.name, 'unit', n.name, 'imported', EXISTS (SELECT 1 FROM "ImportedAuthor" ia WHERE ia."userId" = u.id)) END`;

/** The title of the discussion `d`; none when its first post is hidden, whose place in lists stays. */
export const titleSql = sql`CASE WHEN d."hiddenAt" IS NULL THEN d.title ELSE '' END`;

const orders = {
  activity: { at: sql`d."lastActivityAt"`, only: empty },
  newest: { at: sql`d."createdAt"`, only: empty },
  unanswered: { at: sql`d."createdAt"`, only: sql`AND d.kind = 'QUESTION' AND d."replyCount" = 0` },
} as const;

/** `pins: false` for programs, whose pages hold exactly what they ask for. */
type Listed = { communityId: string; actorId: string; pins?: boolean } & ListFilter;

/**
 * Discussions of one community, newest activity first; on the first page by activity the pinned ones lead.
 * Pages by key, so that what is written meanwhile neither repeats nor hides a row.
 */
export const listDiscussions = read(
  (actor: Actor) => discussionsSeenBySql(actor),
  async (visible, tx, { communityId, actorId, pins = true, kind, tag, sort, mine, after, limit }: Listed) => {
    const { at, only } = orders[sort];
    const from = fromCursor(after);
    const pinsLead = pins && sort === "activity" && !kind && !tag && !mine;
    const row = sql`
      SELECT d.id, d.kind, ${titleSql} title, d.language, d.tags, d."replyCount", d."acceptedReplyId" IS NOT NULL accepted, d."pinnedAt" IS NOT NULL pinned,
        d."closedAt", d."neededBy", d."createdAt", d."lastActivityAt", ${authorSql(sql`d`)} author, coalesce(l.name, d."lastReplierName") "lastReplier",
        ${unseenBySql(sql`${actorId}::uuid`)} unseen`;
    const joins = sql`JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON u.id = d."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId" LEFT JOIN "User" l ON l.id = d."lastReplierId"`;
    const rows = await tx.$queryRaw<DiscussionRow[]>`
      ${pinsLead && !from ? sql`(${row} FROM "Discussion" d ${joins} WHERE d."communityId" = ${communityId}::uuid AND ${visible} AND d."pinnedAt" IS NOT NULL ORDER BY d."pinnedAt" DESC LIMIT 10) UNION ALL` : empty}
      (${row} FROM "Discussion" d ${joins}
      WHERE d."communityId" = ${communityId}::uuid AND ${visible} ${only}
        ${pinsLead ? sql`AND d."pinnedAt" IS NULL` : empty}
        ${kind ? sql`AND d.kind = ${toStored(kind)}::"DiscussionKind"` : empty}
        ${tag ? sql`AND d.tags @> ARRAY[${tag}]` : empty}
        ${mine ? sql`AND (d."authorId" = ${actorId}::uuid OR EXISTS (SELECT 1 FROM "Reply" r WHERE r."discussionId" = d.id AND r."authorId" = ${actorId}::uuid AND r."deletedAt" IS NULL))` : empty}
        ${from ? sql`AND (${at}, d.id) < (${from.at}, ${from.id}::uuid)` : empty}
      ORDER BY ${at} DESC, d.id DESC LIMIT ${limit + 1})`;
    const pinned = pinsLead && !from ? rows.filter((one) => one.pinned) : [];
    const rest = page(rows.slice(pinned.length), limit, (one) => (sort === "activity" ? one.lastActivityAt : one.createdAt));
    return { items: [...pinned, ...rest.items], next: rest.next };
  },
);

export type PostView = {
  id: string;
  html: string;
  body: string;
  language: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  editedAt: Date | null;
  authorId: string | null;
  author: Author;
  thanks: number;
  inspired: number;
  sameHere: number;
  importedVotes: number | null;
  sourceUrl: string | null;
  mine: ReactionName[];
  bookmarked: boolean;
  hiddenReason: string | null;
};

export type DiscussionView = PostView & {
  title: string;
  kind: DiscussionKind;
  tags: string[];
  replyCount: number;
  acceptedReplyId: string | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  neededBy: Date | null;
  summaryHtml: string;
  pinnedAt: Date | null;
  closedAt: Date | null;
  lastActivityAt: Date;
  communityId: string;
  community: { slug: string; name: string; entry: Entry; archivedAt: Date | null };
  /** How far the reader has read; null where they have never been. */
  seenAt: Date | null;
  /** Something they were told of it is unread. */
  told: boolean;
  /** What decides how much of it reaches them. */
  standing: Standing;
};

/** A hidden post keeps its place; its text is not handed out, to nobody. */
export const postSql = (of: Sql, actorId: Sql, replyId: Sql) => sql`
  ${of}.id, CASE WHEN ${of}."hiddenAt" IS NULL THEN ${of}.html ELSE '' END html, CASE WHEN ${of}."hiddenAt" IS NULL THEN ${of}.body ELSE '' END body,
  ${of}.language, ${of}.version, ${of}."createdAt", ${of}."updatedAt", ${of}."editedAt", ${of}."authorId", ${authorSql(of)} author, ${of}.thanks, ${of}.inspired, ${of}."sameHere",
  ${of}."importedVotes", ${of}."sourceUrl", CASE WHEN ${of}."hiddenAt" IS NULL THEN NULL ELSE ${of}."hiddenReason" END "hiddenReason",
  array(SELECT x.name::text FROM "Reaction" x WHERE x."userId" = ${actorId} AND x."discussionId" = d.id AND x."replyId" IS NOT DISTINCT FROM ${replyId}) mine,
  EXISTS (SELECT 1 FROM "Bookmark" b WHERE b."userId" = ${actorId} AND b."discussionId" = d.id AND b."replyId" IS NOT DISTINCT FROM ${replyId}) bookmarked`;

/** Discussions in the order of their ids, those that the reader sees; for programs. */
export const getDiscussions = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  ({ visible, me }, tx, ids: string[]) => tx.$queryRaw<DiscussionView[]>`
      SELECT ${postSql(sql`d`, me, sql`NULL::uuid`)}, ${titleSql} title, d.kind, d.tags, d."replyCount", d."acceptedReplyId", d."acceptedAt", a.name "acceptedBy", d."neededBy",
        d."summaryHtml", d."pinnedAt", d."closedAt", d."lastActivityAt", d."communityId",
        json_build_object('slug', c.slug, 'name', c.name, 'entry', c.entry, 'archivedAt', c."archivedAt") community,
        (SELECT s."seenAt" FROM "Reading" s WHERE s."userId" = ${me} AND s."discussionId" = d.id) "seenAt",
        EXISTS (SELECT 1 FROM "Notification" nt WHERE nt."userId" = ${me} AND nt."threadId" = d.id AND nt."readAt" IS NULL AND nt.at <= now()) told, ${standingSql(me)} standing
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY asked (id, place) JOIN "Discussion" d ON d.id = asked.id
        JOIN "Community" c ON c.id = d."communityId" LEFT JOIN "User" u ON u.id = d."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"
        LEFT JOIN "User" a ON a.id = d."acceptedById"
      WHERE ${visible} ORDER BY asked.place`,
);

/** One discussion, or null: hidden and missing alike. */
export const getDiscussion = async (actor: Actor, id: string) => (await oneDiscussion(actor, id))[0] ?? null;
const oneDiscussion = cache((actor: Actor, id: string) => getDiscussions(actor, [id]));

/** Where a merged discussion went, if the reader sees both its old place and the new one. */
export const getForwarding = read(
  (actor: Actor) => discussionsSeenBySql(actor),
  async (visible, tx, id: string) => {
    const [row] = await tx.$queryRaw<{ id: string; slug: string }[]>`
      SELECT d.id, c.slug FROM "Discussion" old JOIN "Discussion" d ON d.id = old."mergedIntoId" JOIN "Community" c ON c.id = d."communityId"
      WHERE old.id = ${id}::uuid AND ${visible}`;
    return row ?? null;
  },
);
