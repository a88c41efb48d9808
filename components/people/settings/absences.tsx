"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useDay } from "@/components/people/directory/people-rows";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { OwnRows } from "@/components/ui/own-rows";
import { Section } from "@/components/ui/section";
import { addAbsenceAction, endAbsenceAction } from "@/lib/people/absences/actions";

type Away = { id: string; startsOn: Date; endsOn: Date };

export function Absences({ absences, today }: { absences: readonly Away[]; today: string }) {
  const t = useTranslations("settings.absences");
  const day = useDay();
  const span = ({ startsOn, endsOn }: Away) => t("span", { from: day(startsOn), to: day(endsOn) });
  return (
    <>
      <OwnRows title={t("title")} none={t("none")} rows={absences.map((one) => ({ id: one.id, title: span(one), says: t("removeOne", { span: span(one) }) }))} action={endAbsenceAction} label={t("remove")} />
      <Section title={t("add")}>
        <AbsenceForm today={today} />
      </Section>
    </>
  );
}

function AbsenceForm({ today }: { today: string }) {
  const t = useTranslations("settings.absences");
  const [answer, add, pending] = useActionState(addAbsenceAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={add} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => t(name === "endsOn" ? "to" : "from"))} />
      <div className="beside">
        <Field name="startsOn" label={t("from")} error={refusal.field("startsOn")}>
          {(control) => <Input {...control} type="date" defaultValue={refusal.said("startsOn", today)} />}
        </Field>
        <Field name="endsOn" label={t("to")} error={refusal.field("endsOn")}>
          {(control) => <Input {...control} type="date" defaultValue={refusal.said("endsOn")} min={today} />}
        </Field>
      </div>
      <p className="hint">{t("hint")}</p>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
