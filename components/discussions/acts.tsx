import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { acceptAnswerAction, withdrawAcceptanceAction } from "@/lib/discussions/acceptance/actions";
import { deleteDiscussionAction } from "@/lib/discussions/actions";
import type { PostView } from "@/lib/discussions/queries";
import { deleteReplyAction } from "@/lib/discussions/replies/actions";
import { BookmarkButton, type PostAddress, Reactions } from "./reactions";

export type Permits = { react: boolean; reply: boolean; edit: boolean; remove: boolean; accept: boolean; report: boolean; moderate: boolean; hide: boolean };

type ActsProps = {
  post: PostView;
  at: PostAddress;
  /** Address of the discussion's page. */
  href: string;
  permits: Permits;
  accepted?: boolean;
};

/** What one can do with a post, quietly: links and forms of plain HTML, so that a page holds many without any JavaScript of their own. */
export function Acts({ post, at, href, permits, accepted }: ActsProps) {
  const t = useTranslations("discussions.post");
  const hiding = useTranslations("moderation.hide");
  const of = at.replyId ? `reply=${at.replyId}` : "";
  return (
    <>
      <Reactions post={post} at={at} may={permits.react} />
      {at.replyId && permits.accept && <AcceptButton at={at} accepted={accepted ?? false} />}
      {at.replyId && permits.reply && (
        <a href={`${href}?to=${at.replyId}#write` as Route}>
          <Icon name="reply" />
          {t("reply")}
        </a>
      )}
      <BookmarkButton post={post} at={at} />
      <Menu label={t("more")} icon="dots" iconOnly look="quiet">
        <li>
          <a href={`#p-${post.id}`}>{t("link")}</a>
        </li>
        {permits.edit && (
          <li>
            <a href={`${href}?edit=${post.id}#p-${post.id}` as Route}>{t("edit")}</a>
          </li>
        )}
        {post.editedAt && (
          <li>
            <a href={`${href}/history${of && `?${of}`}` as Route}>{t("history")}</a>
          </li>
        )}
        {permits.moderate && !at.replyId && (
          <li>
            <a href={`${href}/manage` as Route}>{t("manage")}</a>
          </li>
        )}
        {permits.hide && (
          <li>
            <a href={`${href}/hide${of && `?${of}`}` as Route}>{hiding(post.hiddenReason === null ? "open" : "openHidden")}</a>
          </li>
        )}
        {permits.report && (
          <li>
            <a href={`${href}/report${of && `?${of}`}` as Route}>{t("report")}</a>
          </li>
        )}
        {permits.remove && (
          <li className="gap">
            <form action={at.replyId ? deleteReplyAction : deleteDiscussionAction}>
              <input type="hidden" name="id" value={post.id} />
              <button className="grave">{t("delete")}</button>
            </form>
          </li>
        )}
      </Menu>
    </>
  );
}

function AcceptButton({ at, accepted }: { at: PostAddress; accepted: boolean }) {
  const t = useTranslations("discussions.post");
  return (
    <form action={accepted ? withdrawAcceptanceAction : acceptAnswerAction}>
      <input type="hidden" name="discussionId" value={at.discussionId} />
      {!accepted && <input type="hidden" name="replyId" value={at.replyId} />}
      <button>
        <Icon name="check" />
        {t(accepted ? "unaccept" : "accept")}
      </button>
    </form>
  );
}
