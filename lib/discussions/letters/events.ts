import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";
import { placeOf, reportedPlace, whoConsents, whoSettles, whoSumsUp, whoWaitsForHelp } from "../notices/queries";

/** It says where to look, not what was said. */
const write =
  (what: "summary" | "consent" | "report" | "help", about: (tx: ReadTx, id: string) => ReturnType<typeof placeOf>, page: (id: string) => string): Letter["write"] =>
  async (tx, { subjectId }, { name, locale }, address) => {
    const discussion = await about(tx, subjectId);
    if (!discussion) return null;
    const t = await translatorFor(locale, "moderation");
    const { id, title, community } = discussion;
    const text = [t("mail.hello", { name }), t(`mail.${what}.text`, { title, community: community.name }), address(`/communities/${community.slug}/${page(id)}`)];
    return { subject: t(`mail.${what}.subject`, { title, community: community.name }), text };
  };

export const letters: Letters = {
  "discussion.help-overdue": { asks: true, to: whoWaitsForHelp, write: write("help", placeOf, (id) => `discussions/${id}`) },
  "discussion.closed": { asks: true, to: whoSumsUp, write: write("summary", placeOf, (id) => `discussions/${id}/summary`) },
  "move.proposed": { asks: true, to: whoConsents, write: write("consent", placeOf, (id) => `discussions/${id}/move`) },
  "post.reported": { asks: true, to: whoSettles, write: write("report", reportedPlace, () => "reports") },
};
