import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { Step } from "@/lib/discussions/revisions/rules";
import { STEPS } from "@/lib/discussions/revisions/rules";
import { useFormat } from "@/lib/platform/i18n/format";

type StepsProps = { steps: readonly Step[]; shown: number; current: number; href: (version: number) => string };

/** The versions of a text, the newest first; the one that is shown is marked. */
export function Steps({ steps, shown, current, href }: StepsProps) {
  const t = useTranslations("moderation.history");
  const format = useFormat();
  return (
    <>
      <ol className="steps">
        {steps.map(({ version, at, by }) => (
          <li key={version}>
            <a href={href(version) as Route} aria-current={version === shown ? "true" : undefined}>
              {t("version", { version })}
            </a>
            {version === current && <span className="kind">{t("current")}</span>}
            <span className="quiet">{t("made", { name: by?.name ?? t("someone"), when: format.moment(at) })}</span>
          </li>
        ))}
      </ol>
      {steps.length === STEPS && <p className="hint">{t("more", { count: STEPS })}</p>}
    </>
  );
}
