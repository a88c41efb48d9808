import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Brand } from "./brand";
import type { ShellData } from "./data";
import { Bell, Person, Places, YourCommunities } from "./navigation";

/** On phones: mark, search and bell above. */
export function TopBar({ data }: { data: ShellData }) {
  const t = useTranslations("shell");
  return (
    <header className="top">
      <Brand />
      <a className="tool" href="/search" aria-label={t("search")}>
        <Icon name="search" />
      </a>
      <Bell notifications={data.notifications} />
    </header>
  );
}

/** On phones: the nearest places below, and "More", which opens the rest as a leaf above the bar (the browser's own popover). */
export function BottomBar({ data }: { data: ShellData }) {
  const t = useTranslations("shell");
  const near = data.places.filter(({ bar }) => bar);
  return (
    <>
      <div className="sheet" id="sheet" popover="auto">
        <nav aria-label={t("more")}>
          <ul className="nav">
            <Places places={data.places.filter(({ bar }) => !bar)} communities={[]} plain />
          </ul>
        </nav>
        <YourCommunities communities={data.communities} />
        <Person person={data.person} notifications={data.notifications} />
      </div>
      <nav className="bar" aria-label={t("mainShort")}>
        <ul>
          <Places places={near} communities={data.communities} plain />
          <li>
            <button type="button" popoverTarget="sheet">
              <Icon name="more" />
              <span>{t("more")}</span>
            </button>
          </li>
        </ul>
      </nav>
    </>
  );
}
