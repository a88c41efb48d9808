import "server-only";
import { discussionsSeenBySql } from "@/lib/discussions/policy";
import { titleSql } from "@/lib/discussions/queries";
import { communitiesSeenBySql } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { ReadTx } from "@/lib/platform/db";
import { choicesSeenBy } from "./policy";
import { chosen, type Rhythm, usualRhythm } from "./rules";

/** How someone wants to hear of things, and when: what they chose, else what holds for everyone. */
export const channelsOf = async (tx: ReadTx, userId: string) => {
  const choices = await tx.channelChoice.findMany({ where: { userId }, select: { topic: true, channel: true } });
  const rhythm: Rhythm | null = await tx.mailRhythm.findUnique({ where: { userId }, select: { hour: true, weekday: true, quietFrom: true, quietTo: true } });
  return { channels: chosen(choices), rhythm: rhythm ?? usualRhythm };
};

export const getMyChannels = read(choicesSeenBy, (own, tx) => channelsOf(tx, own.userId));

export type Silenced = { threadId: string; title: string; href: string };

/** Conversations and communities of which someone wants no mail, as far as they see them. */
export const listSilenced = read(
  (actor: Actor) => ({ own: choicesSeenBy(actor), discussions: discussionsSeenBySql(actor), communities: communitiesSeenBySql(actor) }),
  ({ own, discussions, communities }, tx) => tx.$queryRaw<Silenced[]>`
    SELECT s."threadId", coalesce(x.title, '') title, x.href FROM "MailSilence" s JOIN LATERAL (
      SELECT ${titleSql} title, '/communities/' || c.slug || '/discussions/' || d.id href FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE d.id = s."threadId" AND ${discussions}
      UNION ALL SELECT c.name, '/communities/' || c.slug FROM "Community" c WHERE c.id = s."threadId" AND ${communities}) x ON true
    WHERE s."userId" = ${own.userId}::uuid ORDER BY s.at DESC LIMIT 100`,
);
