import { useTranslations } from "next-intl";
import type { PersonView } from "@/lib/people/queries";
import { useDay } from "./people-rows";

/** What one has to know before one writes: away, not here yet, or only a name under imported texts. */
export function PersonState({ person: { awayUntil, joinedAt, imported } }: { person: PersonView }) {
  const t = useTranslations("people");
  const day = useDay();
  if (imported) return t("person.imported");
  if (!joinedAt) return t("person.invited");
  return awayUntil && <span className="due">{t("list.away", { day: day(awayUntil) })}</span>;
}
