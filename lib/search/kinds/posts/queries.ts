import "server-only";
import { PAGE as REPLIES } from "@/lib/discussions/replies/queries";
import { toCursor } from "@/lib/platform/cursor";
import { type Sql, sql } from "@/lib/platform/sql";
import type { Fact, Indexed, Standing } from "../rules";

const alive = (alias: Sql) => sql`(${alias}."deletedAt" IS NULL AND ${alias}."hiddenAt" IS NULL)`;
const thread = sql`(d.id IS NOT NULL AND ${alive(sql`d`)} AND d."mergedIntoId" IS NULL)`;
const used = (alias: Sql) => sql`(${alias}.thanks + ${alias}.inspired + ${alias}."sameHere")`;
const each = (subject: string, facts: string, ids: (fact: Fact) => Sql) => Object.fromEntries(facts.split(" ").map((fact) => [`${subject}.${fact}`, ids]));
const own = ({ subjectId }: Fact) => sql`SELECT ${subjectId}::uuid id`;
const named = ({ payload }: Fact) => [payload.from, payload.to, payload.name].filter((one) => typeof one === "string");

const threads = "started edited deleted restored hidden unhidden moved summarised";
const words = "renamed merged removed synonym-added";
/** The discussion that was merged, and the one it went into: the replies have changed sides. */
const merged = ({ subjectId }: Fact) => sql`SELECT id FROM "Discussion" WHERE id = ${subjectId}::uuid OR "mergedIntoId" = ${subjectId}::uuid
  UNION SELECT "mergedIntoId" FROM "Discussion" WHERE id = ${subjectId}::uuid AND "mergedIntoId" IS NOT NULL`;
/** A word that became another, or came or went: the discussions that carry either. */
const tagged = (fact: Fact) => sql`SELECT id FROM "Discussion" WHERE "communityId" = ${fact.communityId}::uuid AND tags && ${named(fact)}::text[]`;
const repliesOf = (discussions: (fact: Fact) => Sql) => (fact: Fact) => sql`SELECT id FROM "Reply" WHERE "discussionId" IN (${discussions(fact)})`;

const address = ({ community, discussionId }: Standing) => `/communities/${community?.slug ?? ""}/discussions/${discussionId ?? ""}`;

export const discussion: Indexed = {
  stored: "DISCUSSION",
  within: "community",
  titled: true,
  source: (ids) => sql`SELECT d.id, d."communityId", d.id "discussionId", a."unitId", d.language, d.title, concat_ws(' ', array_to_string(d.tags, ' ')) tags,
      coalesce((SELECT string_agg(f.name, ' ') FROM "Attachment" f WHERE f."discussionId" = d.id AND f."replyId" IS NULL), '') files,
      concat_ws(' ', sw_plain(d.html), nullif(sw_plain(d."summaryHtml"), '')) text, coalesce(d."editedAt", d."createdAt") at
    FROM "Discussion" d LEFT JOIN "User" a ON a.id = d."authorId" WHERE d.id = ANY(${ids}::uuid[]) AND ${thread}`,
  seen: ({ read }) => sql`(${thread} AND ${read})`,
  accepted: sql`d."acceptedReplyId" IS NOT NULL`,
  thanks: used(sql`d`),
  replies: sql`d."replyCount"`,
  tags: sql`d.tags`,
  author: { id: sql`d."authorId"`, name: sql`d."authorName"` },
  url: address,
  facts: { ...each("discussion", threads, own), "discussion.merged": merged, ...each("tag", words, tagged) },
};

/** Where a reply stands: when the answer it belongs to was given, and how many were given before. */
const root = sql`(SELECT json_build_object('at', root."createdAt", 'before', (SELECT count(*) FROM "Reply" x
    WHERE x."discussionId" = root."discussionId" AND x."parentId" IS NULL AND (x."createdAt", x.id) < (root."createdAt", root.id)))
  FROM "Reply" root WHERE root.id = coalesce(r."parentId", r.id))`;

/** A reply is found by its discussion's title and tags too (as by tags: with less weight), so that a question and its answer together match. */
export const reply: Indexed = {
  stored: "REPLY",
  within: "community",
  titled: false,
  source: (ids) => sql`SELECT r.id, d."communityId", d.id "discussionId", a."unitId", r.language, d.title, concat_ws(' ', d.title, array_to_string(d.tags, ' ')) tags,
      coalesce((SELECT string_agg(f.name, ' ') FROM "Attachment" f WHERE f."replyId" = r.id), '') files,
      sw_plain(r.html) text, coalesce(r."editedAt", r."createdAt") at
    FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" LEFT JOIN "User" a ON a.id = r."authorId" WHERE r.id = ANY(${ids}::uuid[]) AND ${alive(sql`r`)} AND ${thread}`,
  record: sql`LEFT JOIN "Reply" r ON s.kind = 'REPLY' AND r.id = s.id`,
  seen: ({ read }) => sql`(r.id IS NOT NULL AND ${alive(sql`r`)} AND ${thread} AND ${read})`,
  accepted: sql`coalesce(d."acceptedReplyId" = s.id, false)`,
  thanks: used(sql`r`),
  tags: sql`d.tags`,
  author: { id: sql`r."authorId"`, name: sql`r."authorName"` },
  about: root,
  /** A reply far down stands on a later page of its discussion. */
  url: (row) => {
    const { at, before } = row.about as { at?: string; before?: number };
    const page = at && before && before >= REPLIES ? `?after=${toCursor({ at: new Date(Date.parse(at) - 1), id: row.id })}` : "";
    return `${address(row)}${page}#p-${row.id}`;
  },
  facts: {
    ...each("reply", "posted edited deleted restored hidden unhidden", own),
    ...each("discussion", threads, repliesOf(own)),
    "discussion.merged": repliesOf(merged),
    ...each("tag", words, repliesOf(tagged)),
  },
};
