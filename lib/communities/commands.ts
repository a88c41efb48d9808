import "server-only";
import { randomInt } from "node:crypto";
import type { Entry, Rhythm } from "@/lib/generated/prisma/enums";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { sql } from "@/lib/platform/sql";
import { slugify } from "@/lib/platform/text/slug";
import { type Advised, findSimilar } from "./clarity/queries";
import { advise } from "./clarity/rules";
import { communitiesSeenBySql, mayFound } from "./policy";
import { isReserved, privateSuffix, slugsFor, toEntry, toRhythm } from "./rules";
import { FoundCommunity } from "./schema";

export type Held = { id: string; slug: string; name: string; entry: Entry; rhythm: Rhythm; archivedAt: Date | null; memberCount: number; version: number };

/**
 * The community at this address, if the actor sees it, with its row held until the end of the transaction: whoever changes
 * who belongs to it, or who leads it, comes one after the other, and what a rule has seen still holds when it is written.
 */
export const holdCommunity = async (tx: Tx, slug: string, actor: Actor): Promise<Held | null> => {
  const [row] = await tx.$queryRaw<Held[]>(sql`
    SELECT c.id, c.slug, c.name, c.entry, c.rhythm, c."archivedAt", c."memberCount", c.version
    FROM "Community" c WHERE c.slug = ${slug} AND ${communitiesSeenBySql(actor)} FOR NO KEY UPDATE OF c`);
  return row ?? null;
};

/** The first address nobody has. A private one is random, so that it can be taken by nobody and tells nobody anything. */
export const freeSlug = async (tx: Tx, { name, wished, isPrivate }: { name: string; wished?: string | undefined; isPrivate: boolean }) => {
  const stem = wished ?? slugify(name);
  if (isPrivate) return ok(`${stem || "community"}-${privateSuffix(randomInt)}`);
  if (wished && isReserved(wished)) return refuse("invalid", { slug: ["slug-reserved"] });
  const tries = wished ? [wished] : slugsFor(stem);
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('community slug'))`;
  const taken = new Set((await tx.community.findMany({ where: { slug: { in: tries } }, select: { slug: true } })).map((one) => one.slug));
  const free = tries.find((slug) => !taken.has(slug));
  return free ? ok(free) : refuse("invalid", { slug: ["slug-taken"] });
};

export const foundCommunity = command({
  event: "community.founded",
  input: FoundCommunity,
  find: async () => ({}),
  allow: mayFound,
  run: async (tx, _none, { slug: wished, rhythm, entry, advise: wantsAdvice, ...said }, actor) => {
    const heard: Advised = wantsAdvice ? { advice: advise(said), similar: await findSimilar(tx, communitiesSeenBySql(actor), said) } : { advice: [], similar: [] };
    if (heard.advice.length + heard.similar.length > 0) return refuse("advice", undefined, heard);
    const slug = await freeSlug(tx, { name: said.name, wished, isPrivate: entry === "private" });
    if (!slug.ok) return slug;
    const { id } = await tx.community.create({
      data: { ...said, slug: slug.value, rhythm: toRhythm(rhythm), entry: toEntry(entry), founderId: actor.id, memberCount: 1 },
      select: { id: true },
    });
    await tx.membership.create({ data: { communityId: id, userId: actor.id, role: "LEADER", interest: "DO_THIS" } });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: "community:new" } });
    return ok({ id, slug: slug.value });
  },
  tells: ({ id }) => ({ communityId: id }),
});
