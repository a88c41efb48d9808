import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { ClaimForm } from "@/components/people/admin/claim-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Disclosure } from "@/components/ui/disclosure";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Pager } from "@/components/ui/pager";
import { mayClaim } from "@/lib/people/authors/policy";
import { listAuthors } from "@/lib/people/authors/queries";
import { ListAuthors } from "@/lib/people/authors/schema";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayClaim(await requireActor()) ? (await getTranslations("admin.authors"))("title") : undefined };
}

export default async function AuthorsPage({ searchParams }: PageProps<"/admin/authors">) {
  const me = await requireActor();
  if (!mayClaim(me)) notFound();
  const filter = ListAuthors.parse(await searchParams);
  const [t, authors] = await Promise.all([getTranslations("admin.authors"), listAuthors(me, filter)]);
  const { q, after } = filter;
  const here = (more: Record<string, string>) => `/admin/authors?${new URLSearchParams({ ...(q && { q }), ...more })}` as Route;
  return (
    <>
      <AdminHead current="authors" administrator title={t("title")} deck={t("deck")} />
      <form className="seek" role="search" aria-label={t("search")}>
        <Field name="q" label={t("search")} id="author-q">
          {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={200} autoComplete="off" />}
        </Field>
        <Button type="submit">{t("show")}</Button>
      </form>
      <Words of={["account", "admin"]}>
        {authors.items.length === 0 ? (
          <Empty>{t(q ? "noneFound" : "none")}</Empty>
        ) : (
          <ul className="rows">
            {authors.items.map(({ id, name, handle, source }) => (
              <li key={id} className="ask-row">
                <div>
                  <h2 className="row-t">
                    <a href={`/people/${handle}`}>{name}</a>
                  </h2>
                  <p className="row-m">{t("from", { source })}</p>
                  <Disclosure summary={t("who")}>
                    <ClaimForm id={id} name={name} />
                  </Disclosure>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Words>
      <Pager newest={after ? { href: here({}), label: t("first") } : undefined} older={authors.next ? { href: here({ after: authors.next }), label: t("more") } : undefined} />
    </>
  );
}
