import { acceptAnswerAction, withdrawAcceptanceAction } from "@/lib/discussions/acceptance/actions";
import { deleteDiscussionAction } from "@/lib/discussions/actions";
import { keepBookmarkAction, reactAction } from "@/lib/discussions/reactions/actions";
import { deleteReplyAction } from "@/lib/discussions/replies/actions";

/** The forms that the buttons of all posts of a page belong to (acts.ts): one for each thing that can be done, not one for each post. */
export function ActForms({ discussionId }: { discussionId: string }) {
  const here = <input type="hidden" name="discussionId" value={discussionId} />;
  return (
    <>
      <form id="react" action={reactAction}>{here}</form>
      <form id="keep" action={keepBookmarkAction}>{here}</form>
      <form id="accept" action={acceptAnswerAction}>{here}</form>
      <form id="withdraw" action={withdrawAcceptanceAction}>{here}</form>
      <form id="delete-reply" action={deleteReplyAction} />
      <form id="delete-discussion" action={deleteDiscussionAction} />
    </>
  );
}
