import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Monogram } from "@/components/ui/monogram";
import { Dot, Tags } from "@/components/ui/rows";
import type { PersonRow } from "@/lib/people/queries";
import { useFormat } from "@/lib/platform/i18n/format";

export const personHref = (handle: string) => `/people/${handle}` as Route;
export const knowsHref = (word: string) => `/people?knows=${encodeURIComponent(word)}` as Route;

const SHOWN = 6;

/** A day of the calendar as the database keeps it: the same day wherever it is read. */
export const useDay = () => {
  const format = useFormat();
  return (day: Date | string) => format.date(new Date(day), { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
};

/** Colleagues: name, what they do and where, what they know. */
export function PeopleRows({ rows }: { rows: readonly PersonRow[] }) {
  const t = useTranslations("people.list");
  const day = useDay();
  return (
    <ul className="rows people">
      {rows.map(({ id, handle, name, position, unit, knows, awayUntil }) => (
        <li key={id} className="person-row">
          <Monogram name={name} />
          <div>
            <h3 className="row-t">
              <a href={personHref(handle)}>{name}</a>
            </h3>
            <p className="row-m">
              {[position, unit?.name].filter(Boolean).join(", ") || t("nowhere")}
              {awayUntil && (
                <>
                  <Dot />
                  <span className="due">{t("away", { day: day(awayUntil) })}</span>
                </>
              )}
            </p>
            {knows.length > 0 && (
              <p className="row-m">
                <span className="vh">{t("knows")}: </span>
                <Tags list={knows.slice(0, SHOWN).map((word) => ({ name: word, href: knowsHref(word) }))} />
                {knows.length > SHOWN && <span> {t("more", { count: knows.length - SHOWN })}</span>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
