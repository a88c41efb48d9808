import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dot } from "@/components/ui/rows";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { endOtherSessionsAction, endSessionAction } from "@/lib/people/sessions/actions";
import { deviceOf } from "@/lib/people/sessions/rules";

type Open = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date };

/** Where someone is signed in, each to be ended; this one by signing out, in the head of the page. */
export function Sessions({ sessions, current }: { sessions: readonly Open[]; current: string | null }) {
  const t = useTranslations("settings.sessions");
  const named = (userAgent: string) => {
    const device = deviceOf(userAgent);
    return device ? t("device", device) : t("unknown");
  };
  return (
    <Section title={t("title")} count={sessions.length}>
      <ul className="rows">
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => (
          <li key={id} className="ask-row">
            <div>
              <h3 className="row-t">
                {named(userAgent)}
                {id === current && <span className="quiet"> {t("here")}</span>}
              </h3>
              <p className="row-m">
                {t("seen")} <Time at={lastSeenAt} />
                <Dot />
                {t("since")} <Time at={createdAt} as="day" />
              </p>
            </div>
            {id !== current && (
              <form action={endSessionAction}>
                <input type="hidden" name="sessionId" value={id} />
                <Button type="submit" small aria-label={t("endOne", { device: named(userAgent) })}>
                  {t("end")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endOtherSessionsAction} className="acts settings-after">
          <Button type="submit">{t("endOthers")}</Button>
        </form>
      )}
    </Section>
  );
}
