import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { PostQuote } from "@/components/discussions/moderation/post-quote";
import { ReportForm } from "@/components/discussions/reports/report-form";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Told } from "@/components/ui/told";
import { getPost } from "@/lib/discussions/hiding/queries";
import { ShowPost } from "@/lib/discussions/hiding/schema";
import { mayReport } from "@/lib/discussions/policy";
import { postHref } from "@/lib/discussions/rules";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/report">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.report"))("title") };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const [actor, { id, slug }, asked] = [await requireActor(), await params, ShowPost.safeParse(await searchParams)];
  const replyId = asked.data?.reply;
  const post = asked.success && isUuid(id) ? await getPost(actor, { discussionId: id, replyId }) : null;
  if (!post || !mayReport(actor, post)) notFound();
  const { community, heading, hiddenReason, reported } = post;
  const discussion = `/communities/${community.slug}/discussions/${id}`;
  if (community.slug !== slug) redirect(`${discussion}/report${replyId ? `?reply=${replyId}` : ""}` as Route);
  const [t, tc] = [await getTranslations("moderation.report"), await getTranslations("discussions.page")];
  const back = postHref(community.slug, id, replyId) as Route;
  return (
    <Words of={["moderation"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href: back, label: heading || tc("hiddenTitle") }]}
        title={t("title")}
        deck={t("deck", { community: community.name })}
      />
      {hiddenReason === null && <PostQuote post={post} />}
      {hiddenReason === null && !reported ? (
        <ReportForm discussionId={id} replyId={replyId} back={back} />
      ) : (
        <>
          <Told tone="done">{t(reported ? "done" : "hidden")}</Told>
          <p className="acts">
            <LinkButton href={back}>{t("back")}</LinkButton>
          </p>
        </>
      )}
    </Words>
  );
}
