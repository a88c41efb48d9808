"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/controls";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { changeCommunityAction } from "@/lib/communities/charter/actions";
import { type CharterSaid, type CharterTexts, mergeCharter } from "@/lib/communities/charter/rules";
import type { EntryName } from "@/lib/communities/rules";
import { CharterFields, useFieldLabel } from "./charter-fields";
import { useRefusal } from "./use-refusal";

type CharterFormProps = { slug: string; version: number; charter: CharterTexts; draft: Record<string, string> | undefined; flagged: number };

/** Changing the charter. Who comes too late sees both texts and saves once more, knowingly. */
export function CharterForm({ slug, version, charter, draft, flagged }: CharterFormProps) {
  const t = useTranslations("communities.settings");
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(changeCommunityAction, { place: `charter:${slug}`, draft });
  const refusal = useRefusal(answer);
  const label = useFieldLabel();
  const overtaken = !answer && draft?.version !== undefined && Number(draft.version) !== version;
  const stale = answer && !answer.ok && answer.why === "stale" ? (answer.current as CharterSaid & { version: number }) : overtaken ? { ...charter, version } : null;
  const typed = Object.fromEntries(Object.entries(charter).map(([name, text]) => [name, value(name, text)]));
  const began = Number(value("version", String(version))) === version; // without JavaScript the page was made anew since
  const merged = stale ? mergeCharter(began ? charter : null, typed, stale) : null;
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form narrow">
      <FormStatus answer={answer} refused={stale ? t("staleTitle") : refusal.status(label).refused} fields={refusal.status(label).fields} />
      {stale && <p>{t("stale")}</p>}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={stale?.version ?? version} />
      <CharterFields
        key={stale?.version ?? version}
        value={(name) => merged?.[name]?.text ?? typed[name] ?? ""}
        wrong={refusal.field}
        beside={(name) =>
          merged?.[name]?.other !== undefined && (
            <p className="stands">
              <b>{t("other")}</b>
              {merged[name].other}
            </p>
          )
        }
      />
      {flagged > 0 && <Checkbox name="narrows" value="yes" label={t("narrows")} />}
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("save")}
        </Button>
        {kept && <DraftState kept={kept} />}
      </div>
    </form>
  );
}

type EntryFormProps = { slug: string; version: number; to: EntryName };
const words = { open: "toOpen", request: "toRequest", private: "toPrivate" } as const;

/** Setting the door. What cannot be undone is said before, and affirmed. */
export function EntryForm({ slug, version, to }: EntryFormProps) {
  const t = useTranslations("communities.settings");
  const [answer, send, pending] = useActionState(changeCommunityAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("entry"))} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="entry" value={to} />
      {to === "private" && (
        <>
          <p>{t("toPrivateHint")}</p>
          <Checkbox required label={t("toPrivateSure")} />
        </>
      )}
      <div className="acts">
        <Button type="submit" look={to === "private" ? "grave" : "plain"} busy={pending}>
          {t(words[to])}
        </Button>
      </div>
    </form>
  );
}
