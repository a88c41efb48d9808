import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Behaviour } from "./behaviour";
import { Brand } from "./brand";
import type { ShellData } from "./data";
import { Live } from "./live/live";
import { Person, Places, YourCommunities } from "./navigation";
import { BottomBar, TopBar } from "./phone";
import { SearchBox } from "./search-box";
import { SkipLink } from "./skip-link";

/** Everything around a page for those who are signed in. */
export function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <>
      <SkipLink />
      <div className="shell">
        <header className="side">
          <Brand />
          <SearchBox />
          <nav aria-label={t("main")}>
            <ul className="nav">
              <Places places={data.places} communities={data.communities} />
            </ul>
          </nav>
          <YourCommunities communities={data.communities} />
          <Person person={data.person} notifications={data.notifications} />
        </header>
        <div className="col">
          <TopBar data={data} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <BottomBar data={data} />
      </div>
      <Behaviour />
      <Live after={data.asOf} />
    </>
  );
}
