import "server-only";
import { read } from "@/lib/platform/access";
import type { ReadTx, Tx } from "@/lib/platform/db";
import { mayLookBeforeImport } from "./policy";
import { type Known, linkedIds, type Parent, plan, type Standing } from "./rules";
import type { ImportBatch } from "./schema";

const columns = { id: true, body: true, language: true, importedVotes: true, sourceUrl: true, authorId: true, authorName: true, createdAt: true, editedAt: true, deletedAt: true, version: true } as const;
type Row = { importedVotes: number | null; authorId: string | null; authorName: string | null };
const standing = <R extends Row>({ importedVotes: votes, authorId, authorName, ...row }: R) => ({ ...row, votes, anonymous: authorId === null && authorName === null });

/** Where the posts that a batch links to stand in the portal. */
const addresses = async (tx: ReadTx | Tx, source: string, ids: string[]) => {
  const rows = await tx.$queryRaw<{ sourceId: string; slug: string; id: string; replyId: string | null }[]>`
    SELECT i."sourceId", c.slug, d.id, r.id "replyId" FROM "ImportedRecord" i LEFT JOIN "Reply" r ON i.kind = 'answer' AND r.id = i."recordId" AND r."deletedAt" IS NULL
      JOIN "Discussion" d ON d.id = coalesce(r."discussionId", i."recordId") AND d."deletedAt" IS NULL JOIN "Community" c ON c.id = d."communityId"
    WHERE i.source = ${source} AND i.kind IN ('question', 'answer') AND i."sourceId" = ANY(${ids})`;
  return new Map(rows.map(({ sourceId, slug, id, replyId }) => [sourceId, `/communities/${slug}/discussions/${id}${replyId ? `#p-${replyId}` : ""}`]));
};

/** Everything the portal already knows about the posts of a batch, in a fixed number of statements. */
export const recall = async (tx: ReadTx | Tx, { source, site, posts }: ImportBatch, communityId: string): Promise<Known> => {
  const ids = [...new Set(posts.flatMap(({ sourceId, parentId }) => (parentId ? [sourceId, parentId] : [sourceId])))];
  const records = await tx.importedRecord.findMany({ where: { source, kind: { in: ["question", "answer"] }, sourceId: { in: ids } } });
  const of = (kind: string) => records.filter((record) => record.kind === kind).map(({ recordId }) => recordId);
  const [questions, answers] = [of("question"), of("answer")];
  const discussions = questions.length
    ? await tx.discussion.findMany({ where: { id: { in: questions } }, select: { ...columns, communityId: true, title: true, tags: true, mergedInto: { select: { id: true, language: true, deletedAt: true } } } })
    : [];
  const replies = answers.length ? await tx.reply.findMany({ where: { id: { in: answers } }, select: { ...columns, discussionId: true } }) : [];
  const rows = new Map<string, Standing>([
    ...discussions.map(({ mergedInto: _, ...row }) => [row.id, { ...standing(row), discussionId: row.id }] as [string, Standing]),
    ...replies.map((row) => [row.id, { ...standing(row), communityId, title: "", tags: [] }] as [string, Standing]),
  ]);
  const places = new Map<string, Parent | "deleted">();
  for (const { mergedInto, ...own } of discussions) {
    const { id, language, deletedAt } = mergedInto ?? own;
    places.set(own.id, deletedAt ? "deleted" : { id, language });
  }
  const names = [...new Set(posts.flatMap(({ tags }) => tags))];
  const synonyms = names.length ? await tx.tag.findMany({ where: { communityId, name: { in: names }, mergedIntoId: { not: null } }, select: { name: true, mergedInto: { select: { name: true } } } }) : [];
  const linked = site ? [...new Set(posts.flatMap(({ body }) => (body.includes(site) ? linkedIds(body, site) : [])))] : [];
  return {
    taken: new Map(records.map(({ sourceId, recordId }) => [sourceId, rows.get(recordId) ?? null])),
    parents: new Map(records.filter(({ kind }) => kind === "question").map(({ sourceId, recordId }) => [sourceId, places.get(recordId) ?? "deleted"])),
    curated: new Map(synonyms.map(({ name, mergedInto }) => [name, mergedInto?.name ?? name])),
    links: linked.length ? await addresses(tx, source, linked) : new Map(),
  };
};

/** What an import would do with a batch, without doing it. `coming`: the questions that would be there by then. */
export const previewImport = read(mayLookBeforeImport, async (may, tx, batch: ImportBatch, communityId: string, coming: ReadonlySet<string>) => {
  if (!may) return [];
  const known = await recall(tx, batch, communityId);
  for (const { parentId } of batch.posts) if (parentId && coming.has(parentId)) known.parents.set(parentId, { id: "", language: "" });
  return plan(batch.posts, known, batch.site, new Date());
});

/** The other name under which the posts of a batch already are in this community, if they are: the same dump, named otherwise. */
export const getOtherSource = read(mayLookBeforeImport, async (may, tx, { source, posts }: ImportBatch, communityId: string) => {
  if (!may || posts.length === 0) return null;
  const rows = await tx.$queryRaw<{ source: string; many: number }[]>`
    SELECT i.source, count(*)::int many FROM unnest(${posts.map(({ sourceId }) => sourceId)}::text[], ${posts.map(({ createdAt }) => createdAt)}::timestamptz[]) p(id, at)
      JOIN "ImportedRecord" i ON i.source <> ${source} AND i.kind = 'question' AND i."sourceId" = p.id
      JOIN "Discussion" d ON d.id = i."recordId" AND d."communityId" = ${communityId}::uuid AND d."createdAt" = p.at
    GROUP BY 1 ORDER BY 2 DESC LIMIT 1`;
  return rows[0] && rows[0].many * 2 > posts.length ? rows[0].source : null;
});
