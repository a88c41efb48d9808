import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { ActForms } from "@/components/discussions/act-forms";
import type { Permits } from "@/components/discussions/acts";
import { Answers } from "@/components/discussions/answers";
import { DiscussionMargin } from "@/components/discussions/discussion-margin";
import { DiscussionState } from "@/components/discussions/discussion-state";
import { EditDiscussionForm, EditReplyForm } from "@/components/discussions/edit-form";
import { FirstPost } from "@/components/discussions/first-post";
import { Waiting } from "@/components/discussions/moderation/waiting";
import { NoReply } from "@/components/discussions/no-reply";
import { ReplyForm } from "@/components/discussions/reply-form";
import { Seen } from "@/components/discussions/seen";
import { FollowMenu } from "@/components/follows/follow-menu";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Book, Section } from "@/components/ui/section";
import { listTags } from "@/lib/communities/tags/queries";
import { getProposal } from "@/lib/discussions/moves/queries";
import { mayAccept, mayDelete, mayEdit, mayHide, mayModerate, mayReact, mayReply, mayReport } from "@/lib/discussions/policy";
import { type DiscussionView, getDiscussion, getForwarding, type PostView } from "@/lib/discussions/queries";
import { saidSince, seenWith } from "@/lib/discussions/readings/rules";
import { findPage, listReplies, type ReplyView } from "@/lib/discussions/replies/queries";
import { getEarlierText } from "@/lib/discussions/revisions/queries";
import { postHref } from "@/lib/discussions/rules";
import { followDiscussionAction } from "@/lib/follows/actions";
import { levelOf, toSaid } from "@/lib/follows/rules";
import { getDrafts } from "@/lib/drafts/queries";
import type { Me } from "@/lib/platform/actor";
import { isUuid, LAST_ID, toCursor } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";
import { listNear } from "@/lib/search/near/queries";

type Props = PageProps<"/communities/[slug]/discussions/[id]">;

const find = async ({ params }: Pick<Props, "params">) => {
  const [actor, { id, slug }] = [await requireActor(), await params];
  return { actor, slug, id, discussion: isUuid(id) ? await getDiscussion(actor, id) : null };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { discussion } = await find(props);
  return { title: discussion && (discussion.title || (await getTranslations("discussions.page"))("hiddenTitle")) };
}

/** What this person may do with a post; the same functions decide when it is done. */
const permitsOf = (actor: Me, discussion: DiscussionView, { authorId, hiddenReason }: PostView): Permits => {
  const post = { ...discussion, authorId };
  return {
    react: mayReact(actor, post),
    reply: mayReply(actor, discussion),
    edit: hiddenReason === null && mayEdit(actor, post),
    remove: mayDelete(actor, post),
    accept: discussion.kind === "QUESTION" && mayAccept(actor, discussion),
    report: mayReport(actor, post),
    moderate: mayModerate(actor, discussion),
    hide: mayHide(actor, post),
  };
};

/** What was said since this person was here: on this page, or on the one that begins where they stopped. */
const freshOf = (actor: Me, { seenAt, lastActivityAt }: DiscussionView, replies: ReplyView[], { href, further }: { href: string; further: boolean }) => {
  const fresh = saidSince(replies, seenAt, actor.id).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const first = fresh[0];
  if (first) return { ids: new Set(fresh.map(({ id }) => id)), at: { href: `#p-${first.id}`, count: further ? 0 : fresh.length } };
  const later = further && seenAt !== null && lastActivityAt > seenAt;
  return { ids: new Set<string>(), at: later ? { href: `${href}?after=${toCursor({ at: seenAt, id: LAST_ID })}`, count: 0 } : undefined };
};

const one = (said: string | string[] | undefined) => (typeof said === "string" && isUuid(said) ? said : undefined);

export default async function DiscussionPage(props: Props) {
  const { actor, slug, id, discussion } = await find(props);
  if (!discussion) {
    const moved = isUuid(id) ? await getForwarding(actor, id) : null;
    if (moved) redirect(`/communities/${moved.slug}/discussions/${moved.id}` as Route);
    notFound();
  }
  const { community, title } = discussion;
  const href = `/communities/${community.slug}/discussions/${id}`;
  if (community.slug !== slug) redirect(href as Route);

  const query = await props.searchParams;
  const [to, edits] = [one(query.to), one(query.edit)];
  const named = one(query.answer) ?? to ?? edits;
  const after = typeof query.after === "string" ? query.after : named && named !== id ? await findPage(actor, { discussionId: id, id: named }) : undefined;
  const places = [`reply:${id}`, ...(to ? [`reply:${id}:${to}`] : []), ...(edits ? [`edit:${edits}`] : [])];
  const [t, locale, { answers, next }, drafts, tags, near, proposal] = await Promise.all([
    getTranslations("discussions"),
    getLocale(),
    listReplies(actor, { discussionId: id, after }),
    getDrafts(actor, places),
    edits === id ? listTags(actor, community.slug) : [],
    listNear(actor, id),
    community.entry === "PRIVATE" ? getProposal(actor, id, new Date()) : null,
  ]);
  const question = discussion.kind === "QUESTION";
  const replies = answers.flatMap((answer) => [answer, ...answer.replies]);
  const fresh = freshOf(actor, discussion, replies, { href, further: next !== null });
  const seen = seenWith([discussion, ...replies], { lastPage: next === null, ...discussion }) ?? (discussion.told ? discussion.seenAt : null);
  const edited = replies.find((reply) => reply.id === edits);
  const answered = replies.find((reply) => reply.id === to);
  const changing = edits === id ? discussion : edited;
  const draft = drafts[`edit:${edits}`];
  const overtaken = changing && Number(draft?.version) < changing.version;
  const began = overtaken ? await getEarlierText(actor, { discussionId: id, replyId: edited?.id, version: Number(draft?.version) }) : null;
  const common = { community: community.slug, cancelHref: postHref(community.slug, id, edits), idempotencyKey: randomUUID(), draft, began };
  const write = (target?: { id: string; name: string }) => (
    <ReplyForm discussionId={id} question={question} community={community.slug} idempotencyKey={randomUUID()} to={target} draft={drafts[target ? `reply:${id}:${target.id}` : `reply:${id}`]} {...(target && { cancelHref: href })} />
  );
  const permits = permitsOf(actor, discussion, discussion);
  return (
    <Words of={["discussions", "writing"]}>
      {seen && <Seen discussionId={id} seenAt={seen.toISOString()} />}
      <div className="disc">
        <PageHead
          crumbs={[{ href: "/communities" as Route, label: t("page.communities") }, { href: `/communities/${community.slug}` as Route, label: community.name }]}
          title={title || t("page.hiddenTitle")}
          lang={discussion.language === locale || !title ? undefined : discussion.language}
          state={<DiscussionState discussion={discussion} fresh={fresh.at} />}
          actions={<FollowMenu action={followDiscussionAction} fields={{ id }} level={toSaid(levelOf(discussion.standing).level)} own={discussion.standing.discussion !== null} of={title || t("page.hiddenTitle")} />}
        />
        <Waiting actor={actor} discussion={discussion} href={href} proposal={proposal} />
        <Book aside={<DiscussionMargin discussion={discussion} near={near} language={locale} />}>
          <FirstPost
            discussion={discussion}
            href={href}
            language={locale}
            permits={permits}
            instead={edits === id && permits.edit && <EditDiscussionForm post={discussion} known={tags.map((tag) => tag.name)} {...common} />}
          />
          <Section className="answers" title={t(question ? "page.answersTitle" : "page.repliesTitle")} count={discussion.replyCount} beside={<p className="quiet">{t(question ? "page.order" : "page.orderPlain")}</p>}>
            <Answers
              discussion={discussion}
              answers={answers}
              href={href}
              language={locale}
              fresh={fresh.ids}
              permits={(reply) => permitsOf(actor, discussion, reply)}
              writing={{
                to: permits.reply ? to : undefined,
                edits: edited && permitsOf(actor, discussion, edited).edit ? edited.id : undefined,
                form: edited ? <EditReplyForm post={edited} {...common} /> : answered && write({ id: answered.id, name: answered.author.name ?? t("post.former") }),
              }}
            />
            <Pager older={next ? { href: `${href}?after=${next}` as Route, label: t("page.more") } : undefined} newest={after ? { href: href as Route, label: t("page.first") } : undefined} />
          </Section>
          <ActForms discussionId={id} />
          {permits.reply && !answered ? write() : !permits.reply && <NoReply discussion={discussion} />}
        </Book>
      </div>
    </Words>
  );
}
