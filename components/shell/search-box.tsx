import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/** Always one key away; a plain form, so that it finds without JavaScript too. */
export function SearchBox() {
  const t = useTranslations("shell");
  return (
    <form className="find" role="search" action="/search">
      <Icon name="search" />
      <label className="vh" htmlFor="q">
        {t("searchLabel")}
      </label>
      <input id="q" name="q" type="search" maxLength={200} placeholder={t("search")} autoComplete="off" aria-keyshortcuts="/ Control+K" data-suggest="" />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
