import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";
import { placeOf, reportedPlace } from "../notices/queries";

/** It says what is asked, not what was said. */
const write =
  (what: "summary" | "consent" | "report" | "help", about: (tx: ReadTx, id: string) => ReturnType<typeof placeOf>): Letter =>
  async (tx, { subjectId }, { locale }) => {
    const discussion = await about(tx, subjectId);
    if (!discussion) return null;
    const [t, named] = [await translatorFor(locale, "moderation"), { title: discussion.title, community: discussion.community.name }];
    return { subject: t(`mail.${what}.subject`, named), text: [t(`mail.${what}.text`, named)] };
  };

export const letters: Letters = {
  "discussion.help-overdue": write("help", placeOf),
  "discussion.closed": write("summary", placeOf),
  "move.proposed": write("consent", placeOf),
  "post.reported": write("report", reportedPlace),
};
