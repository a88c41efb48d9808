import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { discussionsSeenBy } from "../policy";
import { quietSince } from "./rules";

/** As many as one turn of the clock closes; what is left comes with the next. */
const TURN = 200;

/** Hot topics that are due to close. In an archived community they wait: nobody could write the summary. */
export const listQuietTopics = read(discussionsSeenBy, async (visible, tx, now: Date) => {
  const due = { kind: "HOT_TOPIC", closedAt: null, lastActivityAt: { lte: quietSince(now) }, community: { archivedAt: null } } as const;
  const rows = await tx.discussion.findMany({ where: { AND: [visible, due] }, orderBy: { lastActivityAt: "asc" }, take: TURN, select: { id: true } });
  return rows.map(({ id }) => id);
});

export type AskedSummary = { id: string; title: string; language: string; closedAt: Date | null; community: { slug: string; name: string } };

/** What someone started, that has closed and waits for their summary: for the page of what is asked of them. */
export const listSummariesAsked = read(
  (actor: Actor) => ({ AND: [discussionsSeenBy(actor), { authorId: actor.id, communityId: { in: [...actor.memberOf] } }] }),
  (mine, tx): Promise<AskedSummary[]> =>
    tx.discussion.findMany({
      where: { AND: [mine, { kind: "HOT_TOPIC", closedAt: { not: null }, summary: "", community: { archivedAt: null } }] },
      orderBy: { closedAt: "desc" },
      take: 20,
      select: { id: true, title: true, language: true, closedAt: true, community: { select: { slug: true, name: true } } },
    }),
);

/** A topic and its summary as typed, for the form. */
export const getTopic = read(discussionsSeenBy, (visible, tx, id: string) =>
  tx.discussion.findFirst({
    where: { AND: [visible, { id }] },
    select: {
      id: true, title: true, language: true, kind: true, closedAt: true, communityId: true, authorId: true, summary: true,
      community: { select: { slug: true, name: true, entry: true, archivedAt: true } },
    },
  }),
);
