import { useTranslations } from "next-intl";
import { named, type Someone } from "@/lib/notifications/bundles/rules";
import { useFormat } from "@/lib/platform/i18n/format";

/** "Anna", "Anna and Bo", "Anna, Bo and 3 others". */
export const useWho = () => {
  const t = useTranslations("notifications");
  const format = useFormat();
  return (actors: readonly (Someone | null)[]) => {
    const { names, others } = named(actors);
    const said = names.map((one) => one?.name ?? t("someone"));
    return format.list(others > 0 ? [...said, t("others", { count: others })] : said);
  };
};
