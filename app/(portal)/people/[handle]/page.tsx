import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PersonMargin, PersonPosts, PersonText } from "@/components/people/directory/person";
import { PersonState } from "@/components/people/directory/person-state";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Aside, Book } from "@/components/ui/section";
import { isOwn, mayManagePeople } from "@/lib/people/policy";
import { getPerson, listPersonCommunities, listPersonPosts } from "@/lib/people/queries";
import { requireActor } from "@/lib/platform/session";

const POSTS = 10;

type Props = PageProps<"/people/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await getPerson(await requireActor(), (await params).handle);
  return { title: person?.name };
}

export default async function PersonPage({ params }: Props) {
  const me = await requireActor();
  const person = await getPerson(me, (await params).handle);
  if (!person) notFound();
  const [t, communities, posts] = await Promise.all([getTranslations("people.person"), listPersonCommunities(me, person.id), listPersonPosts(me, person.id, POSTS)]);
  const own = isOwn(me, person);
  const actions = (
    <>
      {own && (
        <LinkButton href={"/settings" as Route} icon="edit">
          {t("edit")}
        </LinkButton>
      )}
      {mayManagePeople(me) && !person.imported && (
        <LinkButton href={`/admin/people/${person.id}` as Route} icon="admin">
          {t("administer")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHead
        title={person.name}
        crumbs={[{ label: t("people"), href: "/people" as Route }]}
        deck={[person.position, person.unit?.name].filter(Boolean).join(", ") || undefined}
        state={<PersonState person={person} />}
        actions={actions}
      />
      <Book
        aside={
          <Aside label={t("facts")}>
            <PersonMargin person={person} communities={communities} />
          </Aside>
        }
      >
        {!person.imported && <PersonText person={person} own={own} />}
        <PersonPosts posts={posts} name={person.name} />
      </Book>
    </>
  );
}
