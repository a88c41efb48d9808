"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

export type SlipFacts = { address: string; organisation: string };

/** The code, shown this once: a slip of paper for someone without a mail address. */
export function Slip({ name, handle, code, site }: { name: string; handle: string; code: string; site: SlipFacts }) {
  const t = useTranslations("admin.slip");
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [code]);
  return (
    <section className="slip" ref={box} tabIndex={-1} aria-label={t("title", { name })}>
      <h2>{t("title", { name })}</h2>
      <p>{t("what", { organisation: site.organisation })}</p>
      <dl>
        <dt>{t("address")}</dt>
        <dd>{`${site.address}/invitation`}</dd>
        <dt>{t("handle")}</dt>
        <dd>{handle}</dd>
        <dt>{t("code")}</dt>
        <dd className="secret">{code}</dd>
      </dl>
      <p>{t("how")}</p>
      <div className="acts no-print">
        <Button icon="print" onClick={() => print()}>
          {t("print")}
        </Button>
        <span className="hint">{t("once")}</span>
      </div>
    </section>
  );
}
