import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";

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

const said = ({ payload }: Happened) => (typeof payload.userId === "string" ? payload.userId : null);
const one = (userId: string | null | undefined) => (userId ? [userId] : []);
const invitation = (tx: ReadTx, id: string) => tx.communityInvitation.findFirst({ where: { id, answeredAt: null }, select: { userId: true, message: true } });
const request = (tx: ReadTx, id: string) => tx.membershipRequest.findFirst({ where: { id, answeredAt: null }, select: { communityId: true, userId: true, message: true, user: { select: { name: true } } } });
/** Who asks, and what they wrote. */
const asker = async (tx: ReadTx, { subjectId }: Happened) => {
  const open = await request(tx, subjectId);
  return { by: open?.user.name, words: open?.message };
};

/** The member this is about, as long as they are one. */
const member = async (tx: ReadTx, event: Happened) => {
  const userId = said(event);
  return userId && event.communityId ? one((await tx.membership.findFirst({ where: { userId, communityId: event.communityId }, select: { userId: true } }))?.userId) : [];
};

const leadersAsked = async (tx: ReadTx, event: Happened) => {
  const open = await request(tx, event.subjectId);
  const leaders = open ? await tx.membership.findMany({ where: { communityId: open.communityId, role: "LEADER" }, select: { userId: true }, take: 20 }) : [];
  return leaders.map(({ userId }) => userId);
};

const candidate = async (tx: ReadTx, event: Happened) => {
  const userId = said(event);
  const offer = userId && event.communityId ? await tx.leadershipOffer.findFirst({ where: { userId, communityId: event.communityId, answeredAt: null }, select: { userId: true } }) : null;
  return one(offer?.userId);
};

const leadersAndAsker = async (tx: ReadTx, event: Happened) => [...(await leadersAsked(tx, event)), ...one((await request(tx, event.subjectId))?.userId)];

/** The leaders are asked once more; who waits hears that it takes longer. */
const lateWord: Letter["write"] = async (tx, event, reader, address) => {
  const waits = (await request(tx, event.subjectId))?.userId === reader.id;
  return (waits ? write("waiting", "") : write("escalated", "/members", asker))(tx, event, reader, address);
};

export const letters: Letters = {
  "community.invited": {
    asks: true,
    to: async (tx, { subjectId }) => one((await invitation(tx, subjectId))?.userId),
    write: write("invited", "", async (tx, { subjectId }) => ({ words: (await invitation(tx, subjectId))?.message })),
  },
  "community.membership-requested": {
    asks: true,
    to: leadersAsked,
    write: write("requested", "/members", asker),
  },
  "community.request-reminded": { asks: true, to: leadersAsked, write: write("reminded", "/members", asker) },
  "community.request-escalated": { asks: true, to: leadersAndAsker, write: lateWord },
  "community.request-accepted": { to: member, write: write("accepted", "") },
  "community.request-declined": { to: async (_tx, event) => one(said(event)), write: write("declined", "") },
  "community.member-removed": { to: async (_tx, event) => one(said(event)), write: write("removed", null, async (_tx, { payload }) => ({ words: String(payload.reason ?? "") })) },
  "community.leader-asked": { asks: true, to: candidate, write: write("leaderAsked", "") },
};
