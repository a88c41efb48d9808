import { useTranslations } from "next-intl";
import { Monogram } from "@/components/ui/monogram";
import { Dot } from "@/components/ui/rows";
import type { AccountRow } from "@/lib/people/accounts/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { adminHref } from "./admin-head";

export function AccountRows({ rows }: { rows: readonly AccountRow[] }) {
  const t = useTranslations("admin");
  const format = useFormat();
  return (
    <ul className="rows people">
      {rows.map(({ id, name, handle, email, position, unit, roles, joinedAt, closedAt, erasure }) => (
        <li key={id} className="person-row">
          <Monogram name={name || "?"} />
          <div>
            <h3 className="row-t">
              <a href={adminHref("people", `/${id}`)}>{name || t("people.erased")}</a>
            </h3>
            <p className="row-m">
              {[position, unit].filter(Boolean).join(", ") || t("place.nowhere")}
              <Dot />
              {email ?? `@${handle}`}
            </p>
            <p className="row-m">
              {roles.map((role) => (
                <span key={role} className="kind">
                  {t(`roles.${role}`)}
                  <Dot />
                </span>
              ))}
              {closedAt ? t("people.left", { day: format.day(closedAt) }) : joinedAt ? t("people.since", { day: format.day(joinedAt) }) : <span className="due">{t("people.waiting")}</span>}
              {erasure && (
                <>
                  <Dot />
                  <span className="due">{t("people.erasure")}</span>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
