import "server-only";
import { z } from "zod";
import { attachmentsSeenBy } from "@/lib/attachments/policy";
import { communitiesReadBy } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { isUuid } from "@/lib/platform/cursor";
import type { ReadTx } from "@/lib/platform/db";
import { detectLanguage } from "@/lib/platform/text/language";
import { handlesIn, renderMarkdown } from "@/lib/platform/text/markdown";
import { BODY_LIMIT, type Language } from "../rules";

type Written = { body: string; language?: Language | undefined; fallback: string; communityId: string };
export type Prepared = { body: string; html: string; language: string; mentionedIds: string[]; attachmentIds: string[] };

/**
 * Everything that is made of a text once, when it is written: its HTML, its language, who is mentioned, which files it shows.
 * In a community that not everyone reads, only its members can be mentioned: nobody else would see it.
 */
export const prepareText = async (tx: ReadTx, actor: Actor, { body, language, fallback, communityId }: Written): Promise<Prepared> => {
  const typed = handlesIn(body).map((handle) => handle.toLowerCase());
  const open = typed.length > 0 && (await tx.community.findUnique({ where: { id: communityId }, select: { entry: true } }))?.entry === "OPEN";
  const known = typed.length
    ? await tx.user.findMany({
        where: { handle: { in: typed }, closedAt: null, ...(open ? {} : { memberships: { some: { communityId } } }) },
        select: { id: true, handle: true },
      })
    : [];
  const handles = new Set(known.map((person) => person.handle));
  const pictures = await sizesOf(tx, actor, body);
  const { html, text, mentions, attachments } = renderMarkdown(body, {
    mentions: (handle) => (handles.has(handle.toLowerCase()) ? handle.toLowerCase() : null),
    size: (id) => pictures.get(id) ?? null,
  });
  return {
    body,
    html,
    language: language ?? detectLanguage(text) ?? fallback,
    mentionedIds: known.filter((person) => mentions.includes(person.handle)).map((person) => person.id),
    attachmentIds: attachments.filter(isUuid),
  };
};

/** Sizes of the pictures in a text, so that the page keeps their place free before they are loaded; of a picture that the writer may not see, nothing. */
const sizesOf = async (tx: ReadTx, actor: Actor, body: string) => {
  const ids = [...body.matchAll(/\/files\/([0-9a-f-]{36})/g)].flatMap(([, id]) => (id && isUuid(id) ? [id] : []));
  if (ids.length === 0) return new Map<string, { width: number; height: number }>();
  const rows = await tx.attachment.findMany({ where: { AND: [attachmentsSeenBy(actor), { id: { in: ids }, width: { not: null } }] }, select: { id: true, width: true, height: true } });
  return new Map(rows.map(({ id, width, height }) => [id, { width: width ?? 0, height: height ?? 0 }]));
};

const Preview = z.object({ body: z.string().max(BODY_LIMIT), community: z.string().max(120).catch("") });

/** The HTML of a text that is still being written; an empty one for what could not be posted either. */
export const previewText = read((actor) => ({ actor, visible: communitiesReadBy(actor) }), async ({ actor, visible }, tx, said: unknown) => {
  const text = Preview.safeParse(said);
  if (!text.success) return { html: "" };
  const place = await tx.community.findFirst({ where: { AND: [{ slug: text.data.community }, visible] }, select: { id: true } });
  if (!place) return { html: renderMarkdown(text.data.body).html };
  return { html: (await prepareText(tx, actor, { body: text.data.body, fallback: "en", communityId: place.id })).html };
});
