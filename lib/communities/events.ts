import "server-only";
import { system } from "@/lib/platform/actors";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Happened, Reaction, Reactions } from "@/lib/platform/events";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { sendMail } from "@/lib/platform/mail/send";
import { holdCommunity } from "./commands";
import { askWhereNobodyLeads } from "./leaders/commands";
import { dismiss } from "./members/commands";
import { replaceTag } from "./tags/commands";

/** A text that was being written while its tag was renamed or merged may have come in with the old word. */
const sweepTag: Reaction = async (tx, { communityId, payload }) => {
  if (communityId && typeof payload.from === "string" && typeof payload.to === "string") await replaceTag(tx, communityId, payload.from, payload.to);
};

/** Someone whose account is closed belongs nowhere any more; where they led alone, the longest-standing member is asked; where they were alone, it is archived. */
const departed: Reaction = async (tx, { subjectId: userId }) => {
  const places = await tx.membership.findMany({ where: { userId }, select: { communityId: true, community: { select: { slug: true } } }, orderBy: { communityId: "asc" } });
  for (const { communityId, community } of places) {
    await holdCommunity(tx, community.slug, system);
    await dismiss(tx, communityId, userId);
    await askWhereNobodyLeads(tx, communityId);
    await tx.community.updateMany({ where: { id: communityId, memberCount: 0, archivedAt: null }, data: { archivedAt: new Date() } });
  }
  await tx.membershipRequest.deleteMany({ where: { userId, answeredAt: null } });
  await tx.communityInvitation.deleteMany({ where: { userId, answeredAt: null } });
  await tx.leadershipOffer.updateMany({ where: { askedById: userId, answeredAt: null }, data: { leaving: false } });
};

type Reader = { id: string; name: string | null; email: string | null; locale: string | null };
type Letter = "invited" | "accepted" | "declined" | "removed" | "leaderAsked" | "requested";
const reader = { id: true, name: true, email: true, locale: true } as const;

/** One mail in the reader's language, else the organisation's; the job may run again, the mail is the same one then. */
const write = async (tx: Tx, { id, communityId }: Happened, what: Letter, to: Reader, said: { by?: string | null; words?: string; page?: string } = {}) => {
  const community = communityId && (await tx.community.findUnique({ where: { id: communityId }, select: { slug: true, name: true } }));
  if (!community || !to.email) return;
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { name: true, locale: true } });
  const locale: Locale = [to.locale, organisation?.locale].find(isLocale) ?? "en";
  const t = await translatorFor(locale, "communities");
  const about = { community: community.name, by: said.by ?? t("former") };
  const link = what === "removed" ? [] : [`${env().NEXTAUTH_URL}/communities/${community.slug}${said.page ?? ""}`];
  const text = [t("mail.hello", { name: to.name ?? "" }), t(`mail.${what}.text`, about), ...(said.words ? [said.words] : []), ...link, organisation?.name ?? "Stepwell"];
  await sendMail({ to: to.email, subject: t(`mail.${what}.subject`, about), text: text.join("\n\n"), locale, id: `${id}-${to.id}` });
};

const personOf = (tx: Tx, id: unknown) => (typeof id === "string" ? tx.user.findFirst({ where: { id, closedAt: null }, select: reader }) : null);
const nameOf = async (tx: Tx, id: string | null) => (id ? (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name : null);

/** Tells the person an event is about; `words` are what somebody wrote to them. */
const tell =
  (what: Letter, words: (tx: Tx, event: Happened) => Promise<string> | string = () => "", page?: string): Reaction =>
  async (tx, event) => {
    const to = await personOf(tx, event.payload.userId);
    if (to) await write(tx, event, what, to, { by: await nameOf(tx, event.actorId), words: await words(tx, event), ...(page && { page }) });
  };

const invitationWords = async (tx: Tx, { subjectId }: Happened) => (await tx.communityInvitation.findUnique({ where: { id: subjectId }, select: { message: true } }))?.message ?? "";
const removalWords = (_tx: Tx, { payload }: Happened) => String(payload.reason ?? "");

/** Who leads hears that somebody waits at the door. */
const tellLeaders: Reaction = async (tx, event) => {
  const request = await tx.membershipRequest.findFirst({ where: { id: event.subjectId, answeredAt: null }, select: { message: true, communityId: true, user: { select: { name: true } } } });
  if (!request) return;
  const leaders = await tx.membership.findMany({ where: { communityId: request.communityId, role: "LEADER", user: { closedAt: null } }, select: { user: { select: reader } }, take: 20 });
  for (const { user } of leaders) await write(tx, event, "requested", user, { by: request.user.name, words: request.message, page: "/members" });
};

export const reactions: Reactions = {
  "tag.renamed": sweepTag,
  "tag.merged": sweepTag,
  "person.closed": departed,
  "person.erased": departed,
  "community.invited": tell("invited", invitationWords),
  "community.membership-requested": tellLeaders,
  "community.request-accepted": tell("accepted"),
  "community.request-declined": tell("declined"),
  "community.member-removed": tell("removed", removalWords),
  "community.leader-asked": tell("leaderAsked"),
};
