import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export function Rows({ ordered = true, children }: { ordered?: boolean; children: ReactNode }) {
  return ordered ? <ol className="rows">{children}</ol> : <ul className="rows">{children}</ul>;
}

type Tally = {
  n: ReactNode;
  /** The word under the figure. */
  word: ReactNode;
  /** `ok` with a tick (accepted), `none` in clay (nobody yet). */
  tone?: "ok" | "none" | undefined;
  /** What only ears need between figure and word: "answers, one ". */
  spoken?: ReactNode;
};

type RowProps = {
  href: Route;
  title: ReactNode;
  lang?: string | undefined;
  /** What one wants to know first, as a figure at the left; a plain row has none. */
  tally?: Tally;
  mark?: { icon: IconName; label: string } | undefined;
  isNew?: boolean;
  meta?: ReactNode;
  excerpt?: ReactNode;
  /** Who spoke last, and when. */
  last?: ReactNode;
  level?: "h2" | "h3";
};

export function Row({ href, title, lang, tally, mark, isNew, meta, excerpt, last, level: Heading = "h3" }: RowProps) {
  const t = useTranslations("ui");
  return (
    <li className={["row", !tally && "plain", isNew && "new"].filter(Boolean).join(" ")}>
      {tally && <TallyOf {...tally} />}
      <div>
        <Heading className="row-t">
          {mark && (
            <>
              <Icon name={mark.icon} small />
              <span className="vh">{mark.label}: </span>
            </>
          )}
          {isNew && <span className="vh">{t("new")}: </span>}
          <a href={href} lang={lang}>
            {title}
          </a>
        </Heading>
        {meta && <p className="row-m">{meta}</p>}
        {excerpt && <p className="row-x" lang={lang}>{excerpt}</p>}
      </div>
      {last && <div className="row-l">{last}</div>}
    </li>
  );
}

function TallyOf({ n, word, tone, spoken }: Tally) {
  return (
    <p className={tone ? `row-n ${tone}` : "row-n"}>
      <b>
        {tone === "ok" && <Icon name="check" small />}
        {n}
      </b>
      {spoken && <span className="vh">{spoken}</span>}
      <span className="w">{word}</span>
    </p>
  );
}

/** Between two pieces of meta. */
export const Dot = () => <span className="dot" />;

type TagItem = { name: string; href: Route };

/** Tags as words with commas; each a link of its own in a row that is one. */
export function Tags({ list }: { list: readonly TagItem[] }) {
  return (
    <span className="tags">
      {list.map(({ name, href }, place) => (
        <span key={name}>
          {place > 0 && ", "}
          <a href={href}>{name}</a>
        </span>
      ))}
    </span>
  );
}
