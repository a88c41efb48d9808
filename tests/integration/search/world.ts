import { db } from "@/lib/platform/db";
import { indexCommunities, indexPeople, indexThreads } from "@/lib/search/events";
import { search } from "@/lib/search/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson } from "@/tests/support/build";

type Text = { title: string; text?: string; language?: string; createdAt?: Date };
export type Reader = Awaited<ReturnType<typeof buildActor>>;

/** Everything in the database, in the index. */
export const indexAll = () =>
  db.$transaction(async (tx) => {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    await indexThreads(tx, ids(await tx.discussion.findMany({ select: { id: true } })));
    await indexCommunities(tx, ids(await tx.community.findMany({ select: { id: true } })));
    await indexPeople(tx, ids(await tx.user.findMany({ select: { id: true } })));
  });

/** A community with these discussions, indexed, and a reader who belongs nowhere. */
export const world = async (texts: Text[], community: Parameters<typeof buildCommunity>[0] = {}) => {
  const place = await buildCommunity({ name: "Workshop", ...community });
  const author = await buildPerson({ name: "Ana Writer" });
  const posts: { id: string; title: string }[] = [];
  for (const { title, text = "…", language = "en", ...over } of texts) posts.push(await buildDiscussion(place.id, author.id, { title, html: `<p>${text}</p>`, language, ...over }));
  const reader = await buildActor({ person: { name: "Rui Nobody" } });
  await indexAll();
  return { community: place, author, posts, reader };
};

/** Titles of what someone finds, best first. */
export const titles = async (reader: Reader, q: string, more: Omit<Parameters<typeof search>[1], "q"> = {}) =>
  (await search(reader, { q, ...more }))?.items.map(({ title }) => title.map(({ text }) => text).join(""));
