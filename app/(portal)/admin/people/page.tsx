import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AccountRows } from "@/components/people/admin/account-rows";
import { AdminHead, adminHref } from "@/components/people/admin/admin-head";
import { Button, LinkButton } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Filters } from "@/components/ui/tabs";
import { listAccounts } from "@/lib/people/accounts/queries";
import { ListAccounts } from "@/lib/people/accounts/schema";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayManagePeople(await requireActor()) ? (await getTranslations("admin.people"))("title") : undefined };
}

const states = ["open", "waiting", "erasure", "left"] as const;

export default async function AdminPeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const me = await requireActor();
  if (!mayManagePeople(me)) notFound();
  const filter = ListAccounts.parse(await searchParams);
  const [t, accounts] = await Promise.all([getTranslations("admin.people"), listAccounts(me, filter)]);
  const { q, state, after } = filter;
  const here = (more: Record<string, string>) => `/admin/people?${new URLSearchParams({ state, ...(q && { q }), ...more })}` as Route;
  return (
    <>
      <AdminHead
        current="people"
        administrator={mayAdminister(me)}
        title={t("title")}
        actions={
          <LinkButton href={adminHref("people", "/new")} look="primary" icon="plus">
            {t("invite")}
          </LinkButton>
        }
      />
      <form className="seek" role="search" aria-label={t("search")}>
        <input type="hidden" name="state" value={state} />
        <Field name="q" label={t("search")} id="account-q">
          {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={200} autoComplete="off" />}
        </Field>
        <Button type="submit">{t("show")}</Button>
      </form>
      <Filters label={t("state")} list={states.map((one) => ({ href: `/admin/people?state=${one}` as Route, label: t(`states.${one}`), current: one === state }))} />
      <Section title={t(`states.${state}`)} hidden>
        {accounts.items.length > 0 ? <AccountRows rows={accounts.items} /> : <Empty>{t(q ? "noneFound" : `empty.${state}`)}</Empty>}
        <Pager newest={after ? { href: here({}), label: t("first") } : undefined} older={accounts.next ? { href: here({ after: accounts.next }), label: t("more") } : undefined} />
      </Section>
    </>
  );
}
