import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { mayCurate, tagsSeenBy } from "./policy";
import { curate, merge } from "./rules";
import { AddSynonym, MergeTag, RenameTag, TagId } from "./schema";

type Word = { id: string; communityId: string; name: string; mergedIntoId: string | null };

/** A word that the actor sees, with all words of its community held: two leaders who tidy up come one after the other. */
const find = async (tx: Tx, { id }: { id: string }, actor: Actor): Promise<Word | null> => {
  const tag = await tx.tag.findFirst({ where: { AND: [{ id }, tagsSeenBy(actor)] }, select: { communityId: true } });
  if (!tag) return null;
  await tx.$queryRaw`SELECT id FROM "Tag" WHERE "communityId" = ${tag.communityId}::uuid ORDER BY name FOR UPDATE`;
  return tx.tag.findUnique({ where: { id }, select: { id: true, communityId: true, name: true, mergedIntoId: true } });
};

const inCommunity = (tx: Tx, communityId: string, name: string) =>
  tx.tag.findUnique({ where: { communityId_name: { communityId, name } }, select: { id: true, name: true, mergedIntoId: true } });

/** In every text of the community the one word gives way to the other, at its place, and stands only once. */
export const replaceTag = (tx: Tx, communityId: string, from: string, to: string) => tx.$executeRaw`
  UPDATE "Discussion" d SET tags = array(
    SELECT name FROM (SELECT CASE WHEN t.name = ${from} THEN ${to} ELSE t.name END name, min(t.at) at FROM unnest(d.tags) WITH ORDINALITY t(name, at) GROUP BY 1) words ORDER BY at)
  WHERE d."communityId" = ${communityId}::uuid AND d.tags @> ARRAY[${from}::text]`;

/** Counts anew how often words are used; what was deleted does not count. */
const recount = (tx: Tx, communityId: string, ids: string[]) => tx.$executeRaw`
  UPDATE "Tag" t SET uses = (SELECT count(*) FROM "Discussion" d WHERE d."communityId" = ${communityId}::uuid AND d."deletedAt" IS NULL AND d.tags @> ARRAY[t.name])
  WHERE t.id = ANY(${ids}::uuid[])`;

/** The word changes everywhere; the old one stays as its synonym, since people will go on typing it. */
export const renameTag = command({
  event: "tag.renamed",
  input: RenameTag,
  find,
  allow: mayCurate,
  run: async (tx, tag, { name }) => {
    const change = curate(tag);
    if (!change.ok) return change;
    const there = await inCommunity(tx, tag.communityId, name);
    if (there && there.mergedIntoId !== tag.id) return refuse("invalid", { name: ["tag-exists"] });
    if (there) await tx.tag.delete({ where: { id: there.id } });
    await tx.tag.update({ where: { id: tag.id }, data: { name } });
    await tx.tag.create({ data: { communityId: tag.communityId, name: tag.name, mergedIntoId: tag.id } });
    await replaceTag(tx, tag.communityId, tag.name, name);
    return ok({ id: tag.id, name });
  },
  tells: ({ name }, { communityId, name: from }) => ({ communityId, payload: { from, to: name } }),
});

/** Who followed the one word follows the other as closely, unless they said something of that one already. */
const bringFollows = async (tx: Tx, tagId: string, targetId: string) => {
  const there = await tx.follow.findMany({ where: { tagId: targetId }, select: { userId: true } });
  await tx.follow.updateMany({ where: { tagId, userId: { notIn: there.map(({ userId }) => userId) } }, data: { tagId: targetId } });
};

/** One word becomes a synonym of another, with all its own synonyms. */
export const mergeTag = command({
  event: "tag.merged",
  input: MergeTag,
  find,
  allow: mayCurate,
  run: async (tx, tag, { into }) => {
    const other = await inCommunity(tx, tag.communityId, into);
    const change = merge(tag, other);
    if (!change.ok) return change;
    const target = await tx.tag.findUniqueOrThrow({ where: { id: change.value.target }, select: { id: true, name: true } });
    await tx.tag.updateMany({ where: { OR: [{ id: tag.id }, { mergedIntoId: tag.id }] }, data: { mergedIntoId: target.id, uses: 0 } });
    await replaceTag(tx, tag.communityId, tag.name, target.name);
    await bringFollows(tx, tag.id, target.id);
    await recount(tx, tag.communityId, [target.id]);
    return ok({ id: target.id, name: target.name });
  },
  tells: ({ name }, { communityId, name: from }) => ({ communityId, payload: { from, to: name } }),
});

/** Another word for the same, whoever types it. */
export const addSynonym = command({
  event: "tag.synonym-added",
  input: AddSynonym,
  find,
  allow: mayCurate,
  run: async (tx, tag, { name }) => {
    const change = curate(tag);
    if (!change.ok) return change;
    if (await inCommunity(tx, tag.communityId, name)) return refuse("invalid", { name: ["tag-exists"] });
    return ok(await tx.tag.create({ data: { communityId: tag.communityId, name, mergedIntoId: tag.id }, select: { id: true } }));
  },
  tells: (_out, { communityId, name: to }, { name }) => ({ communityId, payload: { from: name, to } }),
});

/** Takes a word off the list: a synonym, or one that no text uses. */
export const removeTag = command({
  event: "tag.removed",
  input: TagId,
  find,
  allow: mayCurate,
  run: async (tx, tag) => {
    await recount(tx, tag.communityId, [tag.id]);
    const { count } = await tx.tag.deleteMany({ where: { id: tag.id, OR: [{ mergedIntoId: { not: null } }, { uses: 0 }] } });
    return count === 1 ? ok({ id: tag.id }) : refuse("in-use");
  },
  tells: (_out, { communityId, name }) => ({ communityId, payload: { name } }),
});
