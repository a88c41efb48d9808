"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field, FieldError } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState, Editor } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { editDiscussionAction } from "@/lib/discussions/actions";
import type { DiscussionView, PostView } from "@/lib/discussions/queries";
import type { Began } from "@/lib/discussions/revisions/queries";
import { editReplyAction } from "@/lib/discussions/replies/actions";
import { BODY_LIMIT, kinds, languages, TITLE_LIMIT, toStored } from "@/lib/discussions/rules";
import { localeNames } from "@/lib/platform/i18n/locale";
import { useProblems } from "@/lib/platform/i18n/problems";
import { settle } from "@/lib/platform/text/settle";
import { Clash } from "./clash";
import { TagField } from "./tag-field";

type Common = {
  community: string;
  cancelHref: string;
  idempotencyKey: string;
  draft: Record<string, string> | undefined;
  /** What the draft began with, when somebody has saved the text since: then both stand side by side from the first. */
  began: Began | null;
};

const languageOptions = (auto: string) => [{ value: "auto", label: auto }, ...languages.map((one) => ({ value: one, label: localeNames[one], lang: one }))];

/** The first post of a discussion: what it is, title, text, tags, language. */
export function EditDiscussionForm({ post, community, cancelHref, idempotencyKey, draft, began, known }: Common & { known: readonly string[]; post: Pick<DiscussionView, "id" | "version" | "title" | "body" | "tags" | "language" | "kind"> }) {
  const t = useTranslations("discussions");
  const clash = useTranslations("writing.clash");
  const problems = useProblems();
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(editDiscussionAction, { place: `edit:${post.id}`, draft });
  const refused = answer && !answer.ok ? answer : null;
  const own = (code: string) => (code === "tag-letters" || code === "too-many-tags" ? t(`fields.${code}`) : undefined);
  const wrong = (name: string) => problems.field(Object.entries(refused?.fields ?? {}).find(([path]) => path.split(".")[0] === name)?.[1], own);
  const current = refused?.why === "stale" ? (refused.current as typeof post | undefined) : !answer && began ? post : undefined;
  const stands = current?.body === undefined ? undefined : current; // a hidden text is told to nobody
  const base = (!answer && began) || post;
  const beside = (name: "title" | "tags", mine: string) => (stands ? settle(String(base[name]), mine, String(stands[name])) : { text: mine, other: undefined });
  const [title, tags] = [beside("title", value("title", post.title)), beside("tags", value("tags", post.tags.join()).split(",").map((tag) => tag.trim()).join())];
  const other = (said: string | undefined) => said && `${clash("theirs")}: ${said}`;
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form">
      <FormStatus answer={answer} refused={refused && problems.refusal(refused.why, (why) => t(`refused.${why}`))} />
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="version" value={stands?.version ?? value("version", String(post.version))} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field name="title" label={t("form.title")} hint={other(title.other)} error={wrong("title")}>
        {(control) => <Input {...control} defaultValue={title.text} maxLength={TITLE_LIMIT} />}
      </Field>
      <Clash key={stands?.version} base={base.body} theirs={stands?.body} mine={value("body", post.body)}>
        {(text) => <Editor id="field-body" name="body" text={text} community={community} maxLength={BODY_LIMIT} invalid={wrong("body") !== undefined} describedBy={wrong("body") ? "field-body-error" : undefined} label={t("form.body")} />}
      </Clash>
      {wrong("body") && <FieldError id="field-body-error">{wrong("body")}</FieldError>}
      <Field name="kind" label={t("form.kind")}>
        {(control) => <Select {...control} defaultValue={value("kind", kinds.find((one) => toStored(one) === post.kind))} options={kinds.map((one) => ({ value: one, label: t(`kinds.${toStored(one)}`) }))} />}
      </Field>
      <TagField value={tags.text.split(",").join(", ")} hint={other(tags.other?.replaceAll(",", ", "))} error={wrong("tags")} known={known} />
      <Field name="language" label={t("form.language")}>
        {(control) => <Select {...control} defaultValue={value("language", post.language)} options={languageOptions(t("form.auto"))} />}
      </Field>
      <Foot cancelHref={cancelHref} pending={pending} kept={kept} />
    </form>
  );
}

export function EditReplyForm({ post, community, cancelHref, idempotencyKey, draft, began }: Common & { post: Pick<PostView, "id" | "version" | "body" | "language"> }) {
  const t = useTranslations("discussions");
  const problems = useProblems();
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(editReplyAction, { place: `edit:${post.id}`, draft });
  const refused = answer && !answer.ok ? answer : null;
  const wrong = problems.field(refused?.fields?.body);
  const stands = refused?.why === "stale" ? (refused.current as { version: number; body: string } | undefined) : !answer && began ? post : undefined;
  const base = (!answer && began) || post;
  const id = `edit-${post.id}`;
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form">
      <FormStatus answer={answer} refused={refused && problems.refusal(refused.why, (why) => t(`refused.${why}`))} />
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="version" value={stands?.version ?? value("version", String(post.version))} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Clash key={stands?.version} base={base.body} theirs={stands?.body} mine={value("body", post.body)}>
        {(text) => <Editor id={id} name="body" text={text} community={community} maxLength={BODY_LIMIT} invalid={wrong !== undefined} describedBy={wrong ? `${id}-error` : undefined} label={t("form.body")} />}
      </Clash>
      {wrong && <FieldError id={`${id}-error`}>{wrong}</FieldError>}
      <Field id={`${id}-language`} name="language" label={t("form.language")}>
        {(control) => <Select {...control} defaultValue={value("language", post.language)} options={languageOptions(t("form.auto"))} />}
      </Field>
      <Foot cancelHref={cancelHref} pending={pending} kept={kept} />
    </form>
  );
}

function Foot({ cancelHref, pending, kept }: { cancelHref: string; pending: boolean; kept: Parameters<typeof DraftState>[0]["kept"] }) {
  const t = useTranslations("discussions.form");
  return (
    <div className="ed-f">
      <Button type="submit" look="primary" busy={pending}>
        {t("save")}
      </Button>
      <a className="btn bare" href={cancelHref}>
        {t("cancel")}
      </a>
      <DraftState kept={kept} />
    </div>
  );
}
