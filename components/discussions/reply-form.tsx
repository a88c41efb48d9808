"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState, Editor } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { postReplyAction } from "@/lib/discussions/replies/actions";
import { BODY_LIMIT } from "@/lib/discussions/rules";
import { useProblems } from "@/lib/platform/i18n/problems";

type ReplyFormProps = {
  discussionId: string;
  /** The reply that is answered, and whose it is. */
  to?: { id: string; name: string } | undefined;
  question: boolean;
  community: string;
  idempotencyKey: string;
  draft: Record<string, string> | undefined;
  cancelHref?: string;
};

export function ReplyForm({ discussionId, to, question, community, idempotencyKey, draft, cancelHref }: ReplyFormProps) {
  const t = useTranslations("discussions");
  const problems = useProblems();
  const place = `reply:${discussionId}${to ? `:${to.id}` : ""}`;
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(postReplyAction, { place, draft });
  const refused = answer && !answer.ok ? answer : null;
  const wrong = problems.field(refused?.fields?.body);
  const id = `write-${to?.id ?? "answer"}`;
  const title = to ? t("form.replyTo", { name: to.name }) : t(question ? "form.yourAnswer" : "form.yourReply");
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="write" id="write">
      <label htmlFor={id}>
        {title}
      </label>
      <FormStatus answer={answer} refused={refused && problems.refusal(refused.why, (why) => t(`refused.${why}`))} />
      <input type="hidden" name="discussionId" value={discussionId} />
      {to && <input type="hidden" name="parentId" value={to.id} />}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Editor id={id} name="body" text={value("body")} community={community} maxLength={BODY_LIMIT} invalid={wrong !== undefined} describedBy={wrong ? `${id}-error` : undefined} />
      {wrong && <FieldError id={`${id}-error`}>{wrong}</FieldError>}
      <div className="ed-f">
        <Button type="submit" look="primary" busy={pending}>
          {t(question && !to ? "form.postAnswer" : "form.postReply")}
        </Button>
        {cancelHref && (
          <a className="btn bare" href={cancelHref}>
            {t("form.cancel")}
          </a>
        )}
        <DraftState kept={kept} />
      </div>
    </form>
  );
}
