"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { handOverAction } from "@/lib/communities/leaders/actions";
import { leaveCommunityAction } from "@/lib/communities/members/actions";
import { useRefusal } from "./use-refusal";

/** Going. */
export function LeaveForm({ slug }: { slug: string }) {
  const t = useTranslations("communities.leave");
  const [answer, send, pending] = useActionState(leaveCommunityAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(String)} />
      <input type="hidden" name="slug" value={slug} />
      <div className="acts">
        <Button type="submit" look="grave" busy={pending}>
          {t("submit")}
        </Button>
        <a className="btn bare" href={`/communities/${slug}`}>
          {t("stay")}
        </a>
      </div>
    </form>
  );
}

type Candidate = { handle: string; name: string };

/** The last one who leads asks somebody to take over; the longest-standing member stands first. */
export function HandOverForm({ slug, candidates }: { slug: string; candidates: readonly Candidate[] }) {
  const t = useTranslations("communities.leave");
  const [answer, send, pending] = useActionState(handOverAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("who"))} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="leaving" value="yes" />
      <Field name="handle" label={t("who")} error={refusal.field("handle")}>
        {(control) => <Select {...control} options={candidates.map(({ handle, name }, place) => ({ value: handle, label: place === 0 ? t("longest", { name }) : name }))} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("ask")}
        </Button>
        <a className="btn bare" href={`/communities/${slug}`}>
          {t("stay")}
        </a>
      </div>
    </form>
  );
}
