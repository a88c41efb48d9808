import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { ReadTx } from "@/lib/platform/db";
import { type Sql, sql } from "@/lib/platform/sql";
import { communitiesSeenBySql } from "../policy";
import type { Advice } from "./rules";

export type SimilarCommunity = { slug: string; name: string; domain: string; language: string; memberCount: number };
/** What is said to a form that asks for advice before anything is founded. */
export type Advised = { advice: Advice[]; similar: SimilarCommunity[] };
type Topic = { name: string; domain: string };

/** How alike two topics must be to be shown side by side: trigrams in common, accents and capitals forgiven. */
const ALIKE = 0.3;
const SHOWN = 5;

const plain = (text: Sql) => sql`unaccent(lower(${text}))`;

/** Running communities about something alike, of those that `visible` lets through (domain 004-15: overlap). */
export const findSimilar = (tx: Pick<ReadTx, "$queryRaw">, visible: Sql, { name, domain }: Topic) => {
  const [theirs, about] = [plain(sql`c.name`), plain(sql`c.domain`)];
  const [ours, ourAbout] = [plain(sql`${name}::text`), plain(sql`${domain}::text`)];
  return tx.$queryRaw<SimilarCommunity[]>(sql`
    SELECT slug, name, domain, language, "memberCount" FROM (
      SELECT c.slug, c.name, c.domain, c.language, c."memberCount",
        greatest(similarity(${theirs}, ${ours}), 0.8 * word_similarity(${ours}, ${theirs}), 0.8 * similarity(${about}, ${ourAbout})) alike
      FROM "Community" c WHERE c."archivedAt" IS NULL AND ${visible}) c
    WHERE alike >= ${ALIKE} ORDER BY alike DESC, slug LIMIT ${SHOWN}`);
};

export const listSimilarCommunities = read(
  (actor: Actor) => communitiesSeenBySql(actor),
  (visible, tx, topic: Topic) => (topic.name.trim().length + topic.domain.trim().length < 3 ? Promise.resolve([]) : findSimilar(tx, visible, topic)),
);
