import { useTranslations } from "next-intl";
import { Aside, AsideBlock } from "@/components/ui/section";
import { Filters } from "@/components/ui/tabs";
import { useFormat } from "@/lib/platform/i18n/format";
import { localeNames } from "@/lib/platform/i18n/locale";
import type { Facet, Found } from "@/lib/search/queries";
import { type Kind, kinds } from "@/lib/search/schema";
import { type Chosen, searchHref } from "./addresses";

type Props = { chosen: Chosen; found: Pick<Found, "facets" | "capped"> };

/** Counts as they are known: where there is more than is looked at, they are "at least". */
const useCount = (capped: boolean) => {
  const format = useFormat();
  return (count: number) => `${format.number(count)}${capped ? "+" : ""}`;
};

const plural = { discussion: "discussions", reply: "replies", community: "communities", person: "people" } as const satisfies Record<Kind, string>;

/** The kinds there are of what was found, in a line. */
export function KindFilters({ chosen, found: { facets, capped } }: Props) {
  const t = useTranslations("search");
  const said = useCount(capped);
  const count = (kind: Kind) => facets.find((one) => one.of === "kind" && one.value === kind)?.count ?? 0;
  const there = kinds.filter((kind) => count(kind) > 0 || kind === chosen.kind);
  return (
    <Filters
      label={t("kindsLabel")}
      list={[
        { href: searchHref(chosen, { kind: undefined }), label: t("all"), current: !chosen.kind },
        ...there.map((kind) => ({ href: searchHref(chosen, { kind }), label: t(plural[kind]), count: said(count(kind)), current: kind === chosen.kind })),
      ]}
    />
  );
}

const isLanguage = (value: string): value is keyof typeof localeNames => value in localeNames;
const nameOf = ({ name, value }: Pick<Facet, "name" | "value">) => name || (isLanguage(value) ? localeNames[value] : value);

/** The other filters in the margin: where, from whom, in which language. One that has nothing to part is not shown. */
export function MarginFilters({ chosen, found: { facets, capped } }: Props) {
  const t = useTranslations("search");
  const said = useCount(capped);
  const blocks = [
    { of: "community", title: t("inCommunity"), all: t("anyCommunity") },
    { of: "unit", title: t("inUnit"), all: t("anyUnit") },
    { of: "language", title: t("inLanguage"), all: t("anyLanguage") },
  ] as const;
  const shown = blocks
    .map((block) => ({ ...block, list: facets.filter(({ of }) => of === block.of) }))
    .filter(({ of, list }) => list.length > 1 || chosen[of]);
  if (shown.length === 0) return null;
  return (
    <Aside label={t("narrow")}>
      {shown.map(({ of, title, all, list }) => (
        <AsideBlock key={of} title={title}>
          <ul className="pairs narrow">
            {chosen[of] && (
              <li>
                <a href={searchHref(chosen, { [of]: undefined })}>{all}</a>
              </li>
            )}
            {list.map((facet) => (
              <li key={facet.value}>
                <a href={searchHref(chosen, { [of]: facet.value })} aria-current={chosen[of] === facet.value ? "true" : undefined} lang={of === "language" ? facet.value : undefined}>
                  {nameOf(facet)}
                </a>
                <span className="num">{said(facet.count)}</span>
              </li>
            ))}
          </ul>
        </AsideBlock>
      ))}
    </Aside>
  );
}
