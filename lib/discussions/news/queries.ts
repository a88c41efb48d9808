import "server-only";
import { read } from "@/lib/platform/access";
import { system } from "@/lib/platform/actors";
import type { Announced } from "@/lib/platform/live/announcements";
import type { News, Reader } from "@/lib/platform/live/hub";
import { everyoneReadsSql, memberReadsSql } from "./policy";
import { type Fact, kinds } from "./rules";

type Row = Omit<Fact, "kind"> & { place: number };
type Place = { id: string; open: boolean; members: number[] };

/** The facts as they stand now, and who of the readers belongs where they stand now: a discussion that was moved is told where it is. */
const ask = read(
  () => ({ everyone: everyoneReadsSql, member: memberReadsSql }),
  async ({ everyone, member }, tx, subjects: string[], people: string[]) => {
    const [answer] = await tx.$queryRaw<{ facts: Row[]; places: Place[] }[]>`
      WITH facts AS (
        SELECT f.place, d."communityId" community, d.id discussion, f.subject post, d."replyCount" replies, coalesce(r.thanks, d.thanks) thanks, coalesce(r.inspired, d.inspired) inspired,
          coalesce(r."sameHere", d."sameHere") "sameHere", d."acceptedReplyId" accepted, d."closedAt" IS NOT NULL closed
        FROM unnest(${subjects}::uuid[]) WITH ORDINALITY f (subject, place) LEFT JOIN "Reply" r ON r.id = f.subject JOIN "Discussion" d ON d.id = coalesce(r."discussionId", f.subject)
        WHERE d."deletedAt" IS NULL),
      places AS (
        SELECT c.id, ${everyone} open, array(SELECT p.place FROM unnest(${people}::uuid[]) WITH ORDINALITY p (id, place) WHERE ${member}) members
        FROM "Community" c WHERE c.id IN (SELECT community FROM facts))
      SELECT coalesce((SELECT json_agg(f) FROM facts f), '[]') facts, coalesce((SELECT json_agg(p) FROM places p), '[]') places`;
    return answer ?? { facts: [], places: [] };
  },
);

/** Members hear of what happens in their communities; whoever has a page of an open one before them hears of what it shows. */
const tell = async (announced: Announced[], readers: Reader[]) => {
  const { facts, places } = await ask(system, announced.map(({ subjectId }) => subjectId), readers.map(({ person }) => person));
  const watching = Map.groupBy(readers.flatMap(({ watches }, place) => watches.map((topic) => ({ topic, place }))), ({ topic }) => topic);
  return facts.flatMap(({ place, ...fact }) => {
    const [of, at] = [announced[place - 1], places.find(({ id }) => id === fact.community)];
    if (!of || !at) return [];
    const onlookers = at.open ? [fact.discussion, fact.community].flatMap((topic) => watching.get(topic) ?? []) : [];
    return [{ of, fact: { kind: of.kind, ...fact }, to: new Set([...at.members.map((one) => one - 1), ...onlookers.map((one) => one.place)]) }];
  });
};

export const news: News = { kinds, tell };
