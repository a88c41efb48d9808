import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Due } from "@/lib/home/queries";
import { daysTo, isLate } from "@/lib/home/rules";
import { useFormat } from "@/lib/platform/i18n/format";

/** Days are the database's: midnight in UTC, whatever clock the reader has. */
const useDay = (today: Date) => {
  const t = useTranslations("home.due");
  const format = useFormat();
  return (due: Due) => {
    const days = daysTo(due.on, today);
    if (isLate(due, today)) return t("late", { days: -days });
    if (days < 0) return t("now");
    if (days < 2) return t(days === 0 ? "today" : "tomorrow");
    return format.date(due.on, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  };
};

/** Days that concern the reader, the nearest first; what is past its day stands out. */
export function DueDays({ rows, today }: { rows: readonly Due[]; today: Date }) {
  const t = useTranslations("home.due");
  const [format, locale, day] = [useFormat(), useLocale(), useDay(today)];
  const beside = ({ occasion, mine, replyCount }: Due) => (occasion === "needed-by" ? (mine ? t("mine", { count: replyCount }) : t("offered")) : occasion === "closing" ? t("closing") : null);
  return (
    <Section title={t("title")} count={rows.length} beside={<a href={"/settings/feeds" as Route}>{t("calendar")}</a>}>
      <ul className="duel">
        {rows.map((row) => (
          <li key={`${row.occasion} ${row.id}`} className={isLate(row, today) ? "late" : undefined}>
            <time dateTime={row.on.toISOString().slice(0, 10)}>{day(row)}</time>
            {row.slug === null ? (
              <a href={"/settings/absences" as Route}>{t("away", { day: format.date(row.until, { day: "numeric", month: "long", timeZone: "UTC" }) })}</a>
            ) : (
              <a href={`/communities/${row.slug}/discussions/${row.id}` as Route} lang={row.language === null || row.language === locale ? undefined : row.language}>
                {row.title}
              </a>
            )}
            <span className="to">{beside(row)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
