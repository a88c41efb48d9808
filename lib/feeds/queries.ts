import "server-only";
import { communitiesReadBySql } from "@/lib/communities/policy";
import { discussionsSeenBySql } from "@/lib/discussions/policy";
import { type Author, authorSql } from "@/lib/discussions/queries";
import { postHref } from "@/lib/discussions/rules";
import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Me } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { sql } from "@/lib/platform/sql";
import type { AtomFeed } from "@/lib/platform/text/atom";
import { feedPath } from "./addresses/rules";
import { addressedIn, ENTRIES, entryId, newest } from "./rules";

type Place = { id: string; slug: string; name: string; domain: string; language: string; createdAt: Date };

/** A community whose inside the reader reads: anything else has neither feed nor calendar. */
export const getReadPlace = read(communitiesReadBySql, async (visible, tx, slug: string) => {
  const [place] = await tx.$queryRaw<Place[]>`SELECT c.id, c.slug, c.name, c.domain, c.language, c."createdAt" FROM "Community" c WHERE c.slug = ${slug} AND ${visible}`;
  return place ?? null;
});

type Row = { id: string; discussionId: string; title: string; kind: DiscussionKind; tags: string[]; html: string; language: string; author: Author; at: Date; updated: Date };

const people = sql`LEFT JOIN "User" u ON u.id = p."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"`;

/** What was begun, and what was found to be the answer. Neither where the first post is hidden: its title would stand above the answer. */
const listEntries = read(discussionsSeenBySql, (visible, tx, communityId: string) => {
  const inside = sql`d."communityId" = ${communityId}::uuid AND ${visible} AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL`;
  return tx.$queryRaw<Row[]>`
    (SELECT p.id, p.id "discussionId", p.title, p.kind, coalesce(p.tags, '{}') tags, p.html, p.language, ${authorSql(sql`p`)} author, p."createdAt" at, coalesce(p."editedAt", p."createdAt") updated
      FROM (SELECT d.* FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE ${inside} ORDER BY d."createdAt" DESC, d.id DESC LIMIT ${ENTRIES}) p ${people})
    UNION ALL
    (SELECT p.id, a.id, a.title, a.kind, coalesce(a.tags, '{}'), p.html, p.language, ${authorSql(sql`p`)} author, a."acceptedAt", greatest(a."acceptedAt", p."editedAt")
      FROM (SELECT d.* FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE ${inside} AND d."acceptedAt" IS NOT NULL ORDER BY d."acceptedAt" DESC, d.id DESC LIMIT ${ENTRIES}) a
        JOIN "Reply" p ON p.id = a."acceptedReplyId" AND p."deletedAt" IS NULL AND p."hiddenAt" IS NULL ${people})`;
});

/** The feed of a community as its reader sees it now; null where they do not read it. */
export const getCommunityFeed = async (reader: Me, slug: string): Promise<AtomFeed | null> => {
  const place = await getReadPlace(reader, slug);
  if (!place) return null;
  const entries = newest(await listEntries(reader, place.id));
  const origin = env().NEXTAUTH_URL;
  const locale = [reader.locale, place.language].find(isLocale) ?? "en";
  const [t, words] = [await translatorFor(locale, "feeds"), await translatorFor(locale, "discussions")];
  const nameOf = ({ handle, name, imported }: Author) => name ?? t(handle && !imported ? "former" : "unknown");
  return {
    id: entryId(place.id),
    title: place.name,
    subtitle: place.domain,
    language: place.language,
    self: `${origin}${feedPath(slug)}`,
    address: `${origin}/communities/${slug}`,
    author: place.name,
    updated: entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), place.createdAt),
    entries: entries.map(({ id, discussionId, title, kind, tags, html, language, author, at, updated }) => ({
      id: entryId(id),
      title: id === discussionId ? title : t("answerTo", { title }),
      language,
      address: `${origin}${postHref(slug, discussionId, id)}`,
      published: at,
      updated,
      author: { name: nameOf(author), uri: author.handle && author.name ? `${origin}/people/${author.handle}` : undefined },
      categories: [words(`kinds.${kind}`), ...tags],
      html: addressedIn(html, origin),
    })),
  };
};
