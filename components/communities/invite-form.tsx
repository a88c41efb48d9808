"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { inviteToCommunityAction } from "@/lib/communities/invitations/actions";
import { MESSAGE_LIMIT } from "@/lib/communities/requests/rules";
import { useRefusal } from "./use-refusal";

/** An invitation by handle: an offer, which makes nobody a member. */
export function InviteForm({ slug, handle = "" }: { slug: string; handle?: string }) {
  const t = useTranslations("communities.invitations");
  const [answer, send, pending] = useActionState(inviteToCommunityAction, null);
  const refusal = useRefusal(answer);
  const said = refusal.refused?.said ?? {};
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => t(name === "message" ? "message" : "handle"))} />
      <input type="hidden" name="slug" value={slug} />
      <Field name="handle" label={t("handle")} hint={t("handleHint")} error={refusal.field("handle")}>
        {(control) => <Input {...control} defaultValue={String(said.handle ?? handle)} maxLength={80} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </Field>
      <Field name="message" label={t("message")} error={refusal.field("message")} optional>
        {(control) => <Textarea {...control} rows={2} defaultValue={String(said.message ?? "")} maxLength={MESSAGE_LIMIT} />}
      </Field>
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
