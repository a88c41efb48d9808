import type { Route } from "next";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Trouble } from "./trouble";

/** The same words for what is hidden and for what does not exist: nobody can tell one from the other. */
export function NotFoundText() {
  const t = useTranslations("errors.notFound");
  const actions = (
    <>
      <LinkButton href="/" look="primary">
        {t("home")}
      </LinkButton>
      <LinkButton href={"/search" as Route}>{t("search")}</LinkButton>
    </>
  );
  return (
    <Trouble title={t("title")} actions={actions}>
      <p>{t("happened")}</p>
      <p>{t("todo")}</p>
    </Trouble>
  );
}
