import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";
import { openInvitation, openRequest } from "../notices/queries";

type Kind = "invited" | "accepted" | "declined" | "removed" | "leaderAsked" | "requested" | "reminded" | "escalated" | "waiting";
type More = { by?: string | null | undefined; words?: string | undefined };

const nameOf = async (tx: ReadTx, id: string | null) => (id ? (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name : null);

/** Who did what in which community, and what they wrote to the reader. */
const write =
  (kind: Kind, more: (tx: ReadTx, event: Happened) => Promise<More> = async () => ({})): Letter =>
  async (tx, event, { locale }) => {
    const community = event.communityId && (await tx.community.findUnique({ where: { id: event.communityId }, select: { name: true } }));
    if (!community) return null;
    const [t, { by = await nameOf(tx, event.actorId), words }] = [await translatorFor(locale, "communities"), await more(tx, event)];
    const what = kind === "leaderAsked" && !event.actorId ? "leaderWanted" : kind;
    const about = { community: community.name, by: by ?? t("former") };
    return { subject: t(`mail.${what}.subject`, about), text: [t(`mail.${what}.text`, about), ...(words ? [words] : [])] };
  };

/** Who asks, and what they wrote. */
const asker = async (tx: ReadTx, { subjectId }: Happened) => {
  const open = await openRequest(tx, subjectId);
  return { by: open?.user.name, words: open?.message };
};

/** The leaders are asked once more; who waits hears that it takes longer. */
const lateWord: Letter = async (tx, event, reader) => {
  const waits = (await openRequest(tx, event.subjectId))?.userId === reader.id;
  return (waits ? write("waiting") : write("escalated", asker))(tx, event, reader);
};

export const letters: Letters = {
  "community.invited": write("invited", async (tx, { subjectId }) => ({ words: (await openInvitation(tx, subjectId))?.message })),
  "community.membership-requested": write("requested", asker),
  "community.request-reminded": write("reminded", asker),
  "community.request-escalated": lateWord,
  "community.request-accepted": write("accepted"),
  "community.request-declined": write("declined"),
  "community.member-removed": write("removed", async (_tx, { payload }) => ({ words: String(payload.reason ?? "") })),
  "community.leader-asked": write("leaderAsked"),
};
