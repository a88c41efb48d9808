"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Stands } from "@/components/people/stands";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Checkbox, Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { addUnitAction, editUnitAction, moveUnitAction } from "@/lib/people/units/actions";
import { PersonField } from "./person-field";
import type { Units } from "./place-fields";

export type Unit = { id: string; version: number; code: string; name: string; satellite: boolean; parent: string; head: string; lessonManager: string };
type FieldName = "code" | "name" | "head" | "lessonManager";
type FieldsProps = { value: (name: FieldName) => string; satellite: boolean; wrong: (name: string) => string | undefined; now?: Unit | undefined };

const useLabels = () => {
  const t = useTranslations("admin.units");
  const labels: Record<string, string> = { code: t("code"), name: t("name"), head: t("head"), lessonManager: t("lessonManager"), parent: t("parent") };
  return (name: string) => labels[name] ?? name;
};

function UnitFields({ value, satellite, wrong, now }: FieldsProps) {
  const t = useTranslations("admin.units");
  const stands = (name: FieldName) => now && now[name] !== value(name) && <Stands>{now[name]}</Stands>;
  return (
    <>
      <Field name="name" label={t("name")} error={wrong("name")}>
        {(control) => <Input {...control} defaultValue={value("name")} maxLength={120} />}
      </Field>
      {stands("name")}
      <Field name="code" label={t("code")} hint={t("codeHint")} error={wrong("code")}>
        {(control) => <Input {...control} defaultValue={value("code")} maxLength={40} autoCapitalize="characters" spellCheck={false} />}
      </Field>
      {stands("code")}
      <Checkbox name="satellite" label={t("satellite")} hint={t("satelliteHint")} defaultChecked={satellite} />
      <PersonField name="head" label={t("head")} chosen={value("head")} error={wrong("head")} optional />
      {stands("head")}
      <PersonField name="lessonManager" label={t("lessonManager")} hint={t("lessonManagerHint")} chosen={value("lessonManager")} error={wrong("lessonManager")} optional />
      {stands("lessonManager")}
    </>
  );
}

function ParentField({ units, chosen, wrong }: { units: Units; chosen: string; wrong: string | undefined }) {
  const t = useTranslations("admin.units");
  return (
    <Field name="parent" label={t("parent")} error={wrong} optional>
      {(control) => <Select {...control} defaultValue={chosen} options={[{ value: "", label: t("top") }, ...units.map(({ code, name, depth }) => ({ value: code, label: `${"\u2003".repeat(depth)}${name}` }))]} />}
    </Field>
  );
}

export function AddUnitForm({ units }: { units: Units }) {
  const t = useTranslations("admin.units");
  const [answer, add, pending] = useActionState(addUnitAction, null);
  const refusal = useRefusal(answer);
  const label = useLabels();
  return (
    <form action={add} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(label)} />
      <ParentField units={units} chosen={refusal.said("parent")} wrong={refusal.field("parent")} />
      <UnitFields value={(name) => refusal.said(name)} satellite={refusal.said("satellite") === "on"} wrong={refusal.field} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}

export function EditUnitForm({ unit }: { unit: Unit }) {
  const t = useTranslations("admin.units");
  const [answer, save, pending] = useActionState(editUnitAction, null);
  const refusal = useRefusal(answer);
  const label = useLabels();
  const now = refusal.refused?.why === "stale" ? (refusal.refused.current as Unit | undefined) : undefined;
  return (
    <form action={save} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(label)} />
      <input type="hidden" name="id" value={unit.id} />
      <input type="hidden" name="version" value={now?.version ?? unit.version} />
      <UnitFields value={(name) => refusal.said(name, unit[name])} satellite={refusal.refused ? refusal.said("satellite") === "on" : unit.satellite} wrong={refusal.field} now={now} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

export function MoveUnitForm({ unit, units }: { unit: Unit; units: Units }) {
  const t = useTranslations("admin.units");
  const [answer, move, pending] = useActionState(moveUnitAction, null);
  const refusal = useRefusal(answer);
  const label = useLabels();
  const now = refusal.refused?.why === "stale" ? (refusal.refused.current as Unit | undefined) : undefined;
  return (
    <form action={move} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(label)} />
      <input type="hidden" name="id" value={unit.id} />
      <input type="hidden" name="version" value={now?.version ?? unit.version} />
      <ParentField units={units.filter(({ code }) => code !== unit.code)} chosen={refusal.said("parent", unit.parent)} wrong={refusal.field("parent")} />
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("move")}
        </Button>
      </div>
    </form>
  );
}
