import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What stands in a field now, where somebody else has changed it meanwhile. */
export function Stands({ children }: { children: ReactNode }) {
  const t = useTranslations("account");
  return (
    <div className="stands">
      <b>{t("standsNow")}</b>
      {children || "–"}
    </div>
  );
}
