import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { ActForm } from "@/components/discussions/moderation/act-form";
import { HideForm } from "@/components/discussions/moderation/hide-form";
import { PostQuote } from "@/components/discussions/moderation/post-quote";
import { PageHead } from "@/components/ui/page-head";
import { unhidePostAction } from "@/lib/discussions/hiding/actions";
import { getPost } from "@/lib/discussions/hiding/queries";
import { ShowPost } from "@/lib/discussions/hiding/schema";
import { mayHide } from "@/lib/discussions/policy";
import { postHref } from "@/lib/discussions/rules";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/hide">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.hide"))("title") };
}

export default async function HidePage({ params, searchParams }: Props) {
  const [actor, { id, slug }, asked] = [await requireActor(), await params, ShowPost.safeParse(await searchParams)];
  const replyId = asked.data?.reply;
  const post = asked.success && isUuid(id) ? await getPost(actor, { discussionId: id, replyId }) : null;
  if (!post || !mayHide(actor, post)) notFound();
  const { community, heading, hiddenReason } = post;
  const discussion = `/communities/${community.slug}/discussions/${id}`;
  if (community.slug !== slug) redirect(`${discussion}/hide${replyId ? `?reply=${replyId}` : ""}` as Route);
  const [t, tc] = [await getTranslations("moderation.hide"), await getTranslations("discussions.page")];
  return (
    <Words of={["moderation"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href: postHref(community.slug, id, replyId) as Route, label: heading || tc("hiddenTitle") }]}
        title={t(hiddenReason === null ? "title" : "titleHidden")}
        deck={hiddenReason === null ? t("deck") : t("because", { reason: hiddenReason })}
      />
      {hiddenReason === null ? (
        <>
          <PostQuote post={post} />
          <HideForm discussionId={id} replyId={replyId} />
        </>
      ) : (
        <ActForm act={unhidePostAction} fields={{ discussionId: id, replyId }} icon="eye">
          {t("show")}
        </ActForm>
      )}
    </Words>
  );
}
