import "server-only";
import { read } from "@/lib/platform/access";
import { sql } from "@/lib/platform/sql";
import { onePost, type Placed, type PostRef } from "../hiding/queries";
import { discussionsSeenBySql } from "../policy";
import { type Replaced, STEPS, stepsOf } from "./rules";

export type Text = { title: string | null; body: string; language: string; tags: string[] };
export type Began = { title: string; body: string; tags: string[] };
type Current = Text & Placed & { version: number; createdAt: Date };

/** The text that a post had as this version: what an edit began with that others have overtaken since. */
export const getEarlierText = read(discussionsSeenBySql, async (visible, tx, { version, ...ref }: PostRef & { version: number }): Promise<Began | null> => {
  const { post, from, is } = onePost(ref);
  const of = ref.replyId ? sql`v."replyId" = r.id` : sql`v."discussionId" = d.id AND v."replyId" IS NULL`;
  const [text] = await tx.$queryRaw<Began[]>`
    SELECT coalesce(v.title, '') title, v.body, v.tags FROM ${from} JOIN "Revision" v ON ${of} AND v.version = ${version}
    WHERE ${is} AND ${post}."hiddenAt" IS NULL AND ${visible} ORDER BY v.at DESC LIMIT 1`;
  return text ?? null;
});

/**
 * The versions of one post, and of the chosen one (the newest, unless said) the text and the text before it. Whoever reads the post reads
 * its history; of a post that is hidden or deleted nobody does.
 */
export const getHistory = read(discussionsSeenBySql, async (visible, tx, { version, ...ref }: PostRef & { version?: number | undefined }) => {
  const { post, from, is, standing } = onePost(ref);
  const [current] = await tx.$queryRaw<Current[]>`
    SELECT ${standing}, ${post}.version, ${post}.body, ${post}.language, ${post}."createdAt", ${ref.replyId ? sql`NULL::text title, ARRAY[]::text[] tags` : sql`d.title, d.tags`}
    FROM ${from} WHERE ${is} AND ${post}."hiddenAt" IS NULL AND ${visible}`;
  if (!current) return null;
  const of = ref.replyId ? sql`v."replyId" = ${ref.replyId}::uuid` : sql`v."discussionId" = ${ref.discussionId}::uuid AND v."replyId" IS NULL`;
  const replaced = await tx.$queryRaw<Replaced[]>`
    SELECT v.version, v.at, CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('handle', u.handle, 'name', u.name) END editor
    FROM "Revision" v LEFT JOIN "User" u ON u.id = v."editorId" WHERE ${of} ORDER BY v.version DESC, v.at DESC LIMIT ${STEPS + 1}`;
  const chosen = version ?? current.version;
  const texts = await tx.$queryRaw<(Text & { version: number })[]>`
    SELECT v.version, v.title, v.body, v.language, v.tags FROM "Revision" v WHERE ${of} AND v.version <= ${chosen} ORDER BY v.version DESC, v.at DESC LIMIT 2`;
  const upTo = chosen === current.version ? [current, ...texts] : texts;
  const [shown, before] = upTo;
  if (!shown || shown.version !== chosen) return null;
  return { ...current, steps: stepsOf(current, replaced), shown: { ...shown, version: chosen }, before: before ?? null };
});
