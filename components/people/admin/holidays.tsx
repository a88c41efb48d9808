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
import { addHolidayAction, removeHolidayAction } from "@/lib/people/holidays/actions";

type Holiday = { id: string; day: Date; name: string };

export function Holidays({ holidays }: { holidays: readonly Holiday[] }) {
  const t = useTranslations("admin.holidays");
  const day = useDay();
  return (
    <>
      <OwnRows
        title={t("listed")}
        none={t("none")}
        rows={holidays.map(({ id, name, day: at }) => ({ id, title: name, meta: day(at), says: t("removeOne", { name, day: day(at) }) }))}
        action={removeHolidayAction}
        label={t("remove")}
      />
      <Section title={t("add")}>
        <HolidayForm />
      </Section>
    </>
  );
}

function HolidayForm() {
  const t = useTranslations("admin.holidays");
  const [answer, add, pending] = useActionState(addHolidayAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={add} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => t(name === "day" ? "day" : "name"))} />
      <div className="beside">
        <Field name="day" label={t("day")} error={refusal.field("day")}>
          {(control) => <Input {...control} type="date" defaultValue={refusal.said("day")} />}
        </Field>
        <Field name="name" label={t("name")} error={refusal.field("name")}>
          {(control) => <Input {...control} defaultValue={refusal.said("name")} maxLength={80} autoComplete="off" />}
        </Field>
      </div>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
