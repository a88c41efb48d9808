import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { hearAgainAction } from "@/lib/notifications/channels/actions";

type Silenced = { threadId: string; title: string; href: string };

/** Conversations whose mails were left, and the way back. */
export function SilencedThreads({ threads }: { threads: readonly Silenced[] }) {
  const t = useTranslations("channels.silenced");
  if (threads.length === 0) return null;
  return (
    <Section title={t("title")} count={threads.length}>
      <ul className="rows">
        {threads.map(({ threadId, title, href }) => (
          <li key={threadId} className="ask-row">
            <h3 className="row-t">
              <a href={href as Route}>{title || t("untitled")}</a>
            </h3>
            <form action={hearAgainAction}>
              <input type="hidden" name="threadId" value={threadId} />
              <Button type="submit" small aria-label={t("againOne", { title: title || t("untitled") })}>
                {t("again")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
