import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { HistoryOf } from "@/components/discussions/history/history-of";
import { Steps } from "@/components/discussions/history/steps";
import { Version } from "@/components/discussions/history/version";
import { ActForm } from "@/components/discussions/moderation/act-form";
import { PageHead } from "@/components/ui/page-head";
import { Aside, AsideBlock, Book } from "@/components/ui/section";
import { mayEdit } from "@/lib/discussions/policy";
import { restoreRevisionAction } from "@/lib/discussions/revisions/actions";
import { getHistory } from "@/lib/discussions/revisions/queries";
import { ShowHistory } from "@/lib/discussions/revisions/schema";
import { postHref } from "@/lib/discussions/rules";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/history">;

const find = async ({ params, searchParams }: Props) => {
  const [actor, { id, slug }, asked] = [await requireActor(), await params, ShowHistory.safeParse(await searchParams)];
  const query = asked.success ? asked.data : null;
  const history = query && isUuid(id) ? await getHistory(actor, { discussionId: id, replyId: query.reply, version: query.version }) : null;
  return { actor, id, slug, replyId: query?.reply, history };
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.history"))("heading") };
}

export default async function HistoryPage(props: Props) {
  const { actor, id, slug, replyId, history } = await find(props);
  if (!history) notFound();
  const { community, heading, shown, before, steps, version } = history;
  const discussion = `/communities/${community.slug}/discussions/${id}`;
  const href = (which: number) => `${discussion}/history?${new URLSearchParams({ ...(replyId && { reply: replyId }), version: String(which) })}`;
  if (community.slug !== slug) redirect(href(shown.version) as Route);
  const [t, tc] = [await getTranslations("moderation.history"), await getTranslations("discussions.page")];
  const older = shown.version !== version;
  return (
    <Words of={["moderation"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href: postHref(community.slug, id, replyId) as Route, label: heading || tc("hiddenTitle") }]}
        title={t("title", { title: heading || tc("hiddenTitle") })}
        deck={<HistoryOf author={history.author} reply={replyId !== undefined} />}
      />
      <Book
        aside={
          <Aside label={t("heading")}>
            <AsideBlock title={t("versions")}>
              <Steps steps={steps} shown={shown.version} current={version} href={href} />
            </AsideBlock>
          </Aside>
        }
      >
        <Version version={shown.version} shown={shown} before={before} />
        {older && mayEdit(actor, history) && (
          <>
            <ActForm act={restoreRevisionAction} fields={{ discussionId: id, replyId, revision: shown.version, version }} icon="history">
              {t("restore")}
            </ActForm>
            <p className="hint">{t("restoreHint")}</p>
          </>
        )}
      </Book>
    </Words>
  );
}
