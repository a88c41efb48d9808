import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { Told } from "@/components/ui/told";
import { askErasureAction, withdrawErasureAction } from "@/lib/people/departures/actions";
import { useFormat } from "@/lib/platform/i18n/format";

/** What the portal keeps of its reader: to take along, and to be forgotten. */
export function OwnData({ asked }: { asked: Date | null }) {
  const t = useTranslations("settings.data");
  const format = useFormat();
  return (
    <>
      <Section title={t("export")}>
        <p className="settings-text">{t("exportText")}</p>
        <a className="btn" href="/settings/data/export" download>
          <Icon name="download" />
          {t("download")}
        </a>
      </Section>
      <Section title={t("erase")}>
        <p className="settings-text">{t("eraseText")}</p>
        {asked ? (
          <>
            <Told>
              <p>{t("asked", { day: format.day(asked) })}</p>
            </Told>
            <form action={withdrawErasureAction} className="acts settings-after">
              <Button type="submit">{t("withdraw")}</Button>
            </form>
          </>
        ) : (
          <form action={askErasureAction}>
            <Button type="submit" look="grave">
              {t("ask")}
            </Button>
          </form>
        )}
      </Section>
    </>
  );
}
