import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { PostView } from "@/lib/discussions/queries";
import { keepBookmarkAction, reactAction } from "@/lib/discussions/reactions/actions";

export type PostAddress = { discussionId: string; replyId?: string };

const offered = [
  { name: "thanks", stored: "THANKS", counter: "thanks" },
  { name: "inspired", stored: "INSPIRED", counter: "inspired" },
  { name: "same-here", stored: "SAME_HERE", counter: "sameHere" },
] as const;
const words = { thanks: "thanks", inspired: "inspired", "same-here": "sameHere" } as const;

const Address = ({ discussionId, replyId }: PostAddress) => (
  <>
    <input type="hidden" name="discussionId" value={discussionId} />
    {replyId && <input type="hidden" name="replyId" value={replyId} />}
  </>
);

/** Thanks, inspired, same here: one form, each a button that says what shall be. Who may not press them sees the counts that there are. */
export function Reactions({ post, at, may }: { post: PostView; at: PostAddress; may: boolean }) {
  const t = useTranslations("discussions.post");
  if (!may)
    return offered.map(({ name, counter }) =>
      post[counter] > 0 ? (
        <span key={name} className="count">
          {t(words[name])} <b>{post[counter]}</b>
        </span>
      ) : null,
    );
  return (
    <form action={reactAction}>
      <Address {...at} />
      {offered.map(({ name, stored, counter }) => (
        <button key={name} name="press" value={`${name}:${!post.mine.includes(stored)}`} aria-pressed={post.mine.includes(stored)}>
          {t(words[name])} {post[counter] > 0 && <b>{post[counter]}</b>}
        </button>
      ))}
    </form>
  );
}

export function BookmarkButton({ post, at }: { post: PostView; at: PostAddress }) {
  const t = useTranslations("discussions.post");
  return (
    <form action={keepBookmarkAction}>
      <Address {...at} />
      <button name="on" value={String(!post.bookmarked)} aria-pressed={post.bookmarked}>
        <Icon name="bookmark" />
        {t(post.bookmarked ? "bookmarked" : "bookmark")}
      </button>
    </form>
  );
}
