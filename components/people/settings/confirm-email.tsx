"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { confirmEmailAction } from "@/lib/people/accounts/actions";

/** A button, since programs that look into mails follow links. */
export function ConfirmEmail({ token }: { token: string }) {
  const t = useTranslations("settings.email");
  const [answer, confirm, pending] = useActionState(confirmEmailAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={confirm} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("next"))} />
      <input type="hidden" name="token" value={token} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}
