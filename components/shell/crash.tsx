"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Trouble } from "./trouble";

export type CrashProps = { error: unknown; retry: () => void };

/** The number under which the server's log has the same failure. */
const numberOf = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

export function Crash({ error, retry }: CrashProps) {
  const t = useTranslations("errors.crash");
  const number = numberOf(error);
  const actions = (
    <>
      <Button look="primary" onClick={() => retry()}>
        {t("again")}
      </Button>
      <LinkButton href="/">{t("home")}</LinkButton>
    </>
  );
  return (
    <Trouble title={t("title")} actions={actions} quote={number && t.rich("number", { number, b: (text) => <b>{text}</b> })}>
      <p>{t("happened")}</p>
      <p>{t("kept")}</p>
      <p>{t("todo")}</p>
    </Trouble>
  );
}
