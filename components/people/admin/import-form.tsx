"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { isOwnField, useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Checkbox, Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Told } from "@/components/ui/told";
import { importPeopleAction, importUnitsAction } from "@/lib/people/imports/actions";
import type { Report } from "@/lib/people/imports/commands";
import { useProblems } from "@/lib/platform/i18n/problems";

type Kind = "people" | "units";
const columns = { people: "email,name,unit,position,starts_on,manager_email,category,languages", units: "code,name,parent_code,satellite" };
const SHOWN = 100;

/** A file is tried out first; what it would do is shown, and then done with the same text. */
export function ImportForm({ kind }: { kind: Kind }) {
  const t = useTranslations("admin.imports");
  const [answer, run, pending] = useActionState(kind === "people" ? importPeopleAction : importUnitsAction, null);
  const refusal = useRefusal(answer);
  const done = answer?.ok ? answer.value : null;
  const id = `import-${kind}`;
  return (
    <Section title={t(kind)}>
      <p className="hint">
        {t("columns")} <code>{columns[kind]}</code>
      </p>
      {done && <Outcome report={done} dryRun={done.dryRun} />}
      {done?.dryRun && done.created.length + done.updated.length > 0 && (
        <form action={run} className="form narrow">
          <textarea name="csv" defaultValue={done.csv} hidden readOnly />
          {kind === "people" && <Checkbox name="invite" label={t("invite")} hint={t("inviteHint")} />}
          <div className="acts">
            <Button type="submit" look="primary" busy={pending}>
              {t("now")}
            </Button>
          </div>
        </form>
      )}
      <form action={run} className="form narrow">
        <FormStatus answer={answer} {...refusal.status(() => t("file"))} />
        <input type="hidden" name="dryRun" value="on" />
        <Field name="csv" id={id} label={t("file")} error={refusal.field("csv")}>
          {(control) => <Input {...control} type="file" accept=".csv,text/csv" />}
        </Field>
        <div className="acts">
          <Button type="submit" busy={pending}>
            {t("try")}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Outcome({ report: { created, updated, same, problems }, dryRun }: { report: Report; dryRun: boolean }) {
  const t = useTranslations("admin.imports");
  const account = useTranslations("account");
  const words = useProblems();
  const why = (code: string) => words.field([code], (own) => (isOwnField(own) ? account(`fields.${own}`) : undefined));
  const counts = { created: created.length, updated: updated.length, same, skipped: problems.length };
  const names = (list: Report["created"]) => list.slice(0, SHOWN).map(({ name }) => name).join(", ");
  return (
    <>
      <Told tone={dryRun ? "calm" : "done"}>
        <p>{t(dryRun ? "would" : "did", counts)}</p>
      </Told>
      {created.length > 0 && <p className="settings-after">{t("new", { names: names(created) })}</p>}
      {updated.length > 0 && <p className="settings-after">{t("changed", { names: names(updated) })}</p>}
      {problems.length > 0 && (
        <Table
          caption={t("skipped")}
          shown
          columns={[{ key: "line", label: t("line") }, { key: "field", label: t("column") }, { key: "why", label: t("why") }]}
          rows={problems.slice(0, SHOWN).map(({ line, field, why: code }, place) => ({ key: String(place), cells: { line, field, why: why(code) } }))}
        />
      )}
    </>
  );
}
