import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";
import { openInvitation, openRequest, whoAsksIn, whoBelongs, whoIsAskedToLead, whoIsInvited, whoIsMeant, whoLetsIn } from "../notices/queries";

type Kind = "invited" | "accepted" | "declined" | "removed" | "leaderAsked" | "requested" | "reminded" | "escalated" | "waiting";
type More = { by?: string | null | undefined; words?: string | undefined };

const nameOf = async (tx: ReadTx, id: string | null) => (id ? (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name : null);

/** Who did what in which community, what they wrote to the reader, and where to go; without `page` they have no business there any more. */
const write =
  (kind: Kind, page: string | null, more: (tx: ReadTx, event: Happened) => Promise<More> = async () => ({})): Letter["write"] =>
  async (tx, event, { name, locale }, address) => {
    const community = event.communityId && (await tx.community.findUnique({ where: { id: event.communityId }, select: { slug: true, name: true } }));
    if (!community) return null;
    const [t, { by = await nameOf(tx, event.actorId), words }] = [await translatorFor(locale, "communities"), await more(tx, event)];
    const what = kind === "leaderAsked" && !event.actorId ? "leaderWanted" : kind;
    const about = { community: community.name, by: by ?? t("former") };
    const text = [t("mail.hello", { name }), t(`mail.${what}.text`, about), ...(words ? [words] : []), ...(page === null ? [] : [address(`/communities/${community.slug}${page}`)])];
    return { subject: t(`mail.${what}.subject`, about), text };
  };

/** Who asks, and what they wrote. */
const asker = async (tx: ReadTx, { subjectId }: Happened) => {
  const open = await openRequest(tx, subjectId);
  return { by: open?.user.name, words: open?.message };
};

/** The leaders are asked once more; who waits hears that it takes longer. */
const lateWord: Letter["write"] = async (tx, event, reader, address) => {
  const waits = (await openRequest(tx, event.subjectId))?.userId === reader.id;
  return (waits ? write("waiting", "") : write("escalated", "/members", asker))(tx, event, reader, address);
};

export const letters: Letters = {
  "community.invited": {
    asks: true,
    to: whoIsInvited,
    write: write("invited", "", async (tx, { subjectId }) => ({ words: (await openInvitation(tx, subjectId))?.message })),
  },
  "community.membership-requested": {
    asks: true,
    to: whoLetsIn,
    write: write("requested", "/members", asker),
  },
  "community.request-reminded": { asks: true, to: whoLetsIn, write: write("reminded", "/members", asker) },
  "community.request-escalated": { asks: true, to: async (tx, event) => [...(await whoLetsIn(tx, event)), ...(await whoAsksIn(tx, event))], write: lateWord },
  "community.request-accepted": { to: whoBelongs, write: write("accepted", "") },
  "community.request-declined": { to: whoIsMeant, write: write("declined", "") },
  "community.member-removed": { to: whoIsMeant, write: write("removed", null, async (_tx, { payload }) => ({ words: String(payload.reason ?? "") })) },
  "community.leader-asked": { asks: true, to: whoIsAskedToLead, write: write("leaderAsked", "") },
};
