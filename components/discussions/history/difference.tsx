import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { DifferenceLine } from "@/lib/platform/text/difference";

/** What changed, line by line: told by sign, by a word for ears, and by colour; within a line the words that differ. */
export function Difference({ lines, lang }: { lines: readonly DifferenceLine[]; lang: string | undefined }) {
  return (
    <div className="diff" lang={lang}>
      {lines.map((line, place) => (
        <Line key={place} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: DifferenceLine }) {
  const t = useTranslations("moderation.history");
  if (line.kind === "gap") return <p className="gap">{t("gap", { count: line.lines })}</p>;
  const text = line.parts.map(({ text, changed }, place) => (changed ? <b key={place}>{text}</b> : <Fragment key={place}>{text}</Fragment>));
  if (line.kind === "same") return <p>{text}</p>;
  const [Tag, word] = line.kind === "added" ? (["ins", "added"] as const) : (["del", "removed"] as const);
  return (
    <p className={line.kind}>
      <span className="vh">{t(word)}: </span>
      <Tag>{text}</Tag>
    </p>
  );
}
