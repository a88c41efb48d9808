import { getTranslations } from "next-intl/server";
import { restoreDiscussionAction } from "@/lib/discussions/actions";
import { restoreReplyAction } from "@/lib/discussions/replies/actions";
import { markUnreadAction } from "@/lib/notifications/actions";
import { namespaces } from "@/lib/platform/i18n/messages";
import { readNote } from "@/lib/platform/note";

/** What can be undone from a note, and by which form. */
const undoing: Record<string, (form: FormData) => Promise<void>> = { discussion: restoreDiscussionAction, reply: restoreReplyAction, notifications: markUnreadAction };

/** The words for a refusal stand with the feature that refuses; a reason without any is said in general. */
const refusedBecause = async (why: string | undefined) => {
  const t = await getTranslations();
  const has = t.has as (key: string) => boolean;
  const key = why && Object.keys(namespaces).map((namespace) => `${namespace}.refused.${why}`).find((one) => has(one));
  return (t as unknown as (key: string) => string)(key || "notes.refused");
};

/** What the change before this page left to be said, in words, with its undo; null where nothing was left. */
export const leftNote = async () => {
  const left = await readNote();
  const t = await getTranslations("notes");
  if (!left || !t.has(left.says)) return null;
  const undo = left.undo && undoing[left.undo.what];
  return {
    at: left.at,
    text: left.says === "refused" ? await refusedBecause(left.why) : t(left.says),
    undo: undo && (
      <form action={undo}>
        <input type="hidden" name="id" value={left.undo?.id} />
        <button>{(await getTranslations("ui"))("undo")}</button>
      </form>
    ),
  };
};
