import "server-only";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Happened, Reaction, Reactions } from "@/lib/platform/events";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { sendMail } from "@/lib/platform/mail/send";
import { authorsOf } from "./moves/queries";
import { asksForSummary } from "./topics/rules";

const placed = { id: true, title: true, kind: true, closedAt: true, summary: true, authorId: true, communityId: true, deletedAt: true, community: { select: { name: true, slug: true } } } as const;
const find = (tx: Tx, id: string) => tx.discussion.findFirst({ where: { id, deletedAt: null }, select: placed });
type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Those of these people who still belong to the community and can be written to: nobody else is told what is said there. */
const readers = (tx: Tx, communityId: string, of: { userId: { in: string[] } } | { role: "LEADER" }) =>
  tx.membership.findMany({ where: { communityId, ...of, user: { closedAt: null, email: { not: null } } }, take: 50, select: { user: { select: { id: true, name: true, email: true, locale: true } } } });

/** One mail each, in the reader's language; it says where to look, not what was said. The job may run again, the mail is the same one then. */
const write = async (tx: Tx, event: Happened, what: "summary" | "consent" | "report", { title, communityId, community }: Found, page: string, of: Parameters<typeof readers>[2]) => {
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { name: true, locale: true } });
  for (const { user } of await readers(tx, communityId, of)) {
    const locale: Locale = [user.locale, organisation?.locale].find(isLocale) ?? "en";
    const t = await translatorFor(locale, "moderation");
    const about = { title, community: community.name };
    const text = [t("mail.hello", { name: user.name ?? "" }), t(`mail.${what}.text`, about), `${env().NEXTAUTH_URL}/communities/${community.slug}/${page}`, organisation?.name ?? "Stepwell"];
    await sendMail({ to: user.email ?? "", subject: t(`mail.${what}.subject`, about), text: text.join("\n\n"), locale, id: `${event.id}-${user.id}` });
  }
};

/** A hot topic that closed itself asks its starter what came of it. */
const askForSummary: Reaction = async (tx, event) => {
  const topic = event.payload.quiet === true ? await find(tx, event.subjectId) : null;
  if (!topic?.authorId || !asksForSummary({ ...topic, hasSummary: topic.summary !== "" })) return;
  await write(tx, event, "summary", topic, `discussions/${topic.id}/summary`, { userId: { in: [topic.authorId] } });
};

/** Every author who has not answered yet is asked whether the discussion may leave. */
const askForConsent: Reaction = async (tx, event) => {
  const move = typeof event.payload.moveId === "string" ? await tx.discussionMove.findFirst({ where: { id: event.payload.moveId, doneAt: null }, select: { consents: { select: { userId: true } } } }) : null;
  const discussion = move && (await find(tx, event.subjectId));
  if (!move || !discussion) return;
  const agreed = new Set(move.consents.map(({ userId }) => userId));
  const authors = await authorsOf(tx, discussion.id, discussion.communityId, event.at);
  await write(tx, event, "consent", discussion, `discussions/${discussion.id}/move`, { userId: { in: authors.flatMap(({ id }) => (id && !agreed.has(id) ? id : [])) } });
};

/** The leaders hear that a report waits. */
const tellLeaders: Reaction = async (tx, event) => {
  const report = await tx.report.findFirst({ where: { id: event.subjectId, resolvedAt: null }, select: { discussionId: true } });
  const discussion = report && (await find(tx, report.discussionId));
  if (discussion) await write(tx, event, "report", discussion, "reports", { role: "LEADER" });
};

export const reactions: Reactions = {
  "discussion.closed": askForSummary,
  "move.proposed": askForConsent,
  "post.reported": tellLeaders,
};
