import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleRows } from "@/components/people/directory/people-rows";
import { PeopleSeek } from "@/components/people/directory/people-seek";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { listPeople } from "@/lib/people/queries";
import { ListPeople } from "@/lib/people/schema";
import { listUnitChoices } from "@/lib/people/units/queries";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.list"))("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const me = await requireActor();
  const filter = ListPeople.parse(await searchParams);
  const [t, people, units] = await Promise.all([getTranslations("people.list"), listPeople(me, filter), listUnitChoices(me)]);
  const { q, unit, language, knows, after } = filter;
  const chosen = { ...(q && { q }), ...(unit && { unit }), ...(language && { language }), ...(knows && { knows }) };
  const here = (more: Record<string, string>) => `/people?${new URLSearchParams({ ...chosen, ...more })}` as Route;
  const sought = Object.keys(chosen).length > 0;
  return (
    <Still>
      <PageHead title={knows ? t("titleKnows", { word: knows }) : t("title")} deck={t("deck")} actions={<LinkButton href={"/settings" as Route}>{t("own")}</LinkButton>} />
      <PeopleSeek chosen={filter} units={units} />
      <Section title={t("heading")} hidden>
        {people.items.length > 0 ? <PeopleRows rows={people.items} /> : <Empty action={<LinkButton href={"/people" as Route}>{t("all")}</LinkButton>}>{t(sought ? "noneFound" : "none")}</Empty>}
        <Pager
          shown={sought && people.items.length > 0 && <a href="/people">{t("all")}</a>}
          newest={after ? { href: here({}), label: t("first") } : undefined}
          older={people.next ? { href: here({ after: people.next }), label: t("next") } : undefined}
        />
      </Section>
    </Still>
  );
}
