import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Proposal } from "@/lib/discussions/moves/queries";
import { useFormat } from "@/lib/platform/i18n/format";

/** Where a discussion would go, who could read it there, and who has agreed. */
export function Consents({ proposal }: { proposal: Proposal }) {
  const t = useTranslations("moderation.move");
  const format = useFormat();
  const { createdAt, proposer, to, authors } = proposal;
  const when = format.ago(createdAt);
  return (
    <>
      <p>{proposer ? t("proposed", { when, name: proposer }) : t("proposedByNobody", { when })}</p>
      <p>
        {to ? t.rich("goes", { community: to.name, b: (name) => <b>{name}</b> }) : t("goesHidden")} {t(`readers.${to?.entry ?? "PRIVATE"}`)}
      </p>
      <h2>{t("authors")}</h2>
      <ul className="pairs">
        {authors.map((author, place) => (
          <li key={author.id ?? place}>
            <span>{author.name ?? t("someone")}</span>
            <State author={author} />
          </li>
        ))}
      </ul>
    </>
  );
}

function State({ author: { consented, here } }: { author: Proposal["authors"][number] }) {
  const t = useTranslations("moderation.move");
  if (!consented) return <span>{t(here ? "waiting" : "gone")}</span>;
  return (
    <span className="ok">
      <Icon name="check" small />
      {t("agreed")}
    </span>
  );
}
