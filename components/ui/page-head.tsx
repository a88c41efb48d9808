import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";

export type Crumb = { label: ReactNode; href: Route };

type PageHeadProps = {
  title: ReactNode;
  lang?: string | undefined;
  /** A place or a day above the title; `crumbs` instead below two levels. */
  kicker?: ReactNode;
  crumbs?: readonly Crumb[];
  deck?: ReactNode;
  /** State of the thing in a line of words: "Answered", "Question", "6 answers". */
  state?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
};

/** Head of a page. The title says the state: "Two people wait for your answer", not "Dashboard". */
export function PageHead({ title, lang, kicker, crumbs, deck, state, actions, tabs }: PageHeadProps) {
  return (
    <header className="head">
      {crumbs ? <Crumbs list={crumbs} /> : kicker && <p className="kicker">{kicker}</p>}
      {actions ? (
        <div className="titleline">
          <h1 lang={lang}>{title}</h1>
          <div className="acts">{actions}</div>
        </div>
      ) : (
        <h1 lang={lang}>{title}</h1>
      )}
      {deck && <p className="deck">{deck}</p>}
      {state && <p className="state">{state}</p>}
      {tabs}
      <StepRule />
    </header>
  );
}

function Crumbs({ list }: { list: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav className="kicker" aria-label={t("crumbs")}>
      {list.map(({ label, href }, place) => (
        <Fragment key={href}>
          {place > 0 && " / "}
          <a href={href}>{label}</a>
        </Fragment>
      ))}
    </nav>
  );
}

/** The signature: a hairline that climbs three steps at its end. */
export function StepRule() {
  return (
    <div className="steprule" aria-hidden="true">
      <svg viewBox="0 0 40 13">
        <path d="M0 12.5h10v-4h10v-4h10v-4h10" />
      </svg>
    </div>
  );
}
