import { useTranslations } from "next-intl";

/** A name, with the unit where there is one; somebody where there is none. */
export const useWho = () => {
  const t = useTranslations("home");
  return (who: string | null, unit: string | null = null) => (who === null ? t("somebody") : unit === null ? who : t("place", { who, unit }));
};
