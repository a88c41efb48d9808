import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { searchHref } from "@/components/search/addresses";
import { KindFilters, MarginFilters } from "@/components/search/filters";
import { Hits } from "@/components/search/hits";
import { SearchForm } from "@/components/search/search-form";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Book, Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { getFormat } from "@/lib/platform/i18n/format";
import { quickLimit } from "@/lib/platform/limits";
import { requireActor } from "@/lib/platform/session";
import { type Found, search } from "@/lib/search/queries";
import { SearchAddress } from "@/lib/search/schema";

type Props = PageProps<"/search">;
type Outcome = Found | "start" | "too-long" | "too-many";

const asked = async ({ searchParams }: Props) => SearchAddress.parse(await searchParams);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getTranslations("search"), asked(props)]);
  return { title: q ? t("titleFor", { q }) : t("title") };
}

/** What is found, or why there is nothing to show. */
const outcome = async (chosen: SearchAddress): Promise<Outcome> => {
  const me = await requireActor();
  if (!chosen.q) return "start";
  const allowed = await quickLimit("search", me.id);
  return allowed.ok ? ((await search(me, { ...chosen, together: !chosen.kind })) ?? "too-long") : "too-many";
};

export default async function SearchPage(props: Props) {
  const { after, ...chosen } = await asked(props);
  const [found, t] = await Promise.all([outcome({ ...chosen, after }), getTranslations("search")]);
  const { q } = chosen;
  if (found === "start") return <Page title={t("title")} deck={t("deck")} chosen={chosen} rest={<Empty>{t("start")}</Empty>} />;
  if (found === "too-long") return <Page title={t("tooLong")} deck={t("tooLongWhat")} chosen={chosen} />;
  if (found === "too-many") return <Page title={t("tooMany")} deck={t("tooManyWhat")} chosen={chosen} />;
  const filtered = Boolean(chosen.kind ?? chosen.community ?? chosen.unit ?? chosen.language);
  if (found.total === 0)
    return (
      <Page
        title={t("nothing", { q })}
        chosen={chosen}
        rest={
          <Empty action={filtered ? <LinkButton href={searchHref({ q })}>{t("withoutFilters")}</LinkButton> : <LinkButton href={"/communities" as Route}>{t("ask")}</LinkButton>}>
            {t(filtered ? "emptyFilters" : "emptyTry")}
          </Empty>
        }
      />
    );
  const format = await getFormat();
  const instead = found.instead.length > 0 && t("instead", { words: format.list(found.instead, "disjunction") });
  return (
    <Page
      title={found.capped ? t("foundMany", { q }) : t("found", { count: found.total, q })}
      deck={instead || (found.capped && t("manyDeck"))}
      chosen={chosen}
      rest={
        <Book aside={<MarginFilters chosen={chosen} found={found} />}>
          <KindFilters chosen={chosen} found={found} />
          <Section title={t("results")} hidden>
            <Hits list={found.items} />
          </Section>
          <Pager
            newest={after ? { href: searchHref(chosen), label: t("first") } : undefined}
            older={found.next ? { href: searchHref(chosen, { after: found.next }), label: t("more") } : undefined}
          />
        </Book>
      }
    />
  );
}

type PageParts = { title: string; deck?: string | false; chosen: Parameters<typeof SearchForm>[0]["chosen"]; rest?: React.ReactNode };

/** The title says what came of it; the form stands under it, filled in, on every page. */
const Page = ({ title, deck, chosen, rest }: PageParts) => (
  <Still>
    <PageHead title={title} deck={deck} />
    <SearchForm chosen={chosen} />
    {rest}
  </Still>
);
