"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

type ClashProps = { base: string; mine: string; theirs: string | undefined; children: (text: string) => ReactNode };

/**
 * When somebody else saved first: their text and one's own side by side, and in the field both, merged where they do not touch
 * the same lines. Nothing of either is lost. Before that, only the field.
 */
export function Clash({ base, mine, theirs, children }: ClashProps) {
  const t = useTranslations("writing.clash");
  const [merged, setMerged] = useState<string | null>(null);
  useEffect(() => {
    if (theirs === undefined) return;
    void import("@/lib/platform/text/merge").then(({ merge3, mergedText }) => setMerged(mergedText(merge3(base, mine, theirs), { mine: t("mine"), theirs: t("theirs") })));
  }, [base, mine, theirs, t]);
  if (theirs === undefined) return children(mine);
  return (
    <div className="clash">
      <p className="told calm">{t("explained")}</p>
      <div className="two">
        <section aria-label={t("theirs")}>
          <p className="lab">{t("theirs")}</p>
          <pre>{theirs}</pre>
        </section>
        <section aria-label={t("mine")}>
          <p className="lab">{t("mine")}</p>
          <pre>{mine}</pre>
        </section>
      </div>
      <p className="lab">{t("merged")}</p>
      <div key={merged === null ? "mine" : "merged"}>{children(merged ?? mine)}</div>
    </div>
  );
}
