import { db, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { clockFrom } from "./demo/clock.ts";
import { writeCommunity } from "./demo/communities.ts";
import { type Content, readContent } from "./demo/content.ts";
import { tell, writeDiscussions } from "./demo/discussions.ts";
import { writePeople } from "./demo/people.ts";

const isEmpty = async (tx: Tx) => (await tx.organisation.count()) + (await tx.user.count()) + (await tx.community.count()) === 0;

const writeBookmarks = async (tx: Tx, { organisation }: Content, id: (handle: string) => string, now: Date) => {
  for (const [handle, titles] of Object.entries(organisation.bookmarks)) {
    const found = await tx.discussion.findMany({ where: { OR: titles.map((title) => ({ title: { startsWith: title } })) }, select: { id: true, createdAt: true } });
    if (found.length !== titles.length) throw new Error(`${handle} has bookmarks of discussions that are not there`);
    await tx.bookmark.createMany({ data: found.map((one) => ({ userId: id(handle), discussionId: one.id, createdAt: new Date((one.createdAt.getTime() + now.getTime()) / 2) })) });
  }
};

/**
 * Writes the demo organisation of prisma/demo into an empty, migrated database, in one transaction; all its times are told
 * from `now`. Returns how much there is, or null where the database already holds something: then nothing is touched.
 */
export const seed = (now = new Date(), progress: (what: string) => void = () => undefined) =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('stepwell demo'))`;
      if (!(await isEmpty(tx))) return null;
      const content = readContent();
      const clock = clockFrom(now);
      progress(`${content.people.length} people`);
      const id = await writePeople(tx, content, clock);
      const everyone = new Set(content.people.map(({ handle }) => handle));
      const counts = { people: content.people.length, communities: 0, discussions: 0, replies: 0 };
      for (const place of content.places) {
        progress(place.name);
        const communityId = newId(clock.daysAgo(place.foundedDaysAgo));
        const told = tell({ place, communityId, clock, id, everyone });
        await writeCommunity(tx, place, { told, communityId, clock, id });
        await writeDiscussions(tx, told, now);
        counts.communities += 1;
        counts.discussions += told.discussions.length;
        counts.replies += told.replies.length;
      }
      await writeBookmarks(tx, content, id, now);
      return counts;
    },
    { timeout: 120_000 },
  );
