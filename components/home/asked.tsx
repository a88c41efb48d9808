import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { postHref } from "@/lib/discussions/rules";
import type { Asked } from "@/lib/home/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { useWho } from "./use-who";

/** Where it is answered. */
const hrefOf = ({ ask, slug, discussionId, replyId }: Asked) => {
  const place = `/communities/${slug}`;
  const hrefs: Record<Asked["ask"], string> = {
    consent: `${place}/discussions/${discussionId}/move`,
    summary: `${place}/discussions/${discussionId}/summary`,
    mention: postHref(slug, discussionId ?? "", replyId ?? discussionId ?? ""),
    request: `${place}/members`,
    report: `${place}/reports`,
    flag: `${place}/about`,
    offer: place,
    invitation: place,
  };
  return hrefs[ask] as Route;
};

/** What waits for the reader's own answer, each with who asks, since when, and the way to answer. */
export function AskedOfMe({ rows, count }: { rows: readonly Asked[]; count: number }) {
  const t = useTranslations("home.asked");
  return (
    <Section title={t("title")} count={count}>
      <ul className="ask">
        {rows.map((row) => (
          <AskedRow key={`${row.ask} ${row.slug} ${row.discussionId}`} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function AskedRow({ row }: { row: Asked }) {
  const t = useTranslations("home.asked");
  const [format, locale, nameOf] = [useFormat(), useLocale(), useWho()];
  const { ask, community, count } = row;
  const title = row.title ?? "";
  const [who, when] = [nameOf(row.who, row.unit), format.ago(row.at)];
  const own = ask === "mention";
  const why = ask === "offer" && row.who === null ? t("whys.offerOpen", { when }) : t(`whys.${ask}`, { who, when, count });
  return (
    <li>
      <div>
        <h3 className="row-t">
          <a href={hrefOf(row)} lang={own && row.language !== locale ? row.language : undefined}>
            {own ? title : t(`heads.${ask}`, { title, community, count })}
          </a>
        </h3>
        <p className="why">{why}</p>
      </div>
      <LinkButton look={ask === "mention" ? "primary" : "plain"} href={hrefOf(row)} aria-label={`${t(`acts.${ask}`)}: ${own ? title : t(`heads.${ask}`, { title, community, count })}`}>
        {t(`acts.${ask}`)}
      </LinkButton>
    </li>
  );
}
