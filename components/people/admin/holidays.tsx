"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useDay } from "@/components/people/directory/people-rows";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Section } from "@/components/ui/section";
import { addHolidayAction, removeHolidayAction } from "@/lib/people/holidays/actions";

type Holiday = { id: string; day: Date; name: string };

export function Holidays({ holidays }: { holidays: readonly Holiday[] }) {
  const t = useTranslations("admin.holidays");
  const day = useDay();
  return (
    <>
      <Section title={t("listed")} count={holidays.length || undefined}>
        {holidays.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <ul className="rows">
            {holidays.map((one) => (
              <li key={one.id} className="ask-row">
                <div>
                  <h3 className="row-t">{one.name}</h3>
                  <p className="row-m">{day(one.day)}</p>
                </div>
                <form action={removeHolidayAction}>
                  <input type="hidden" name="id" value={one.id} />
                  <Button type="submit" small aria-label={t("removeOne", { name: one.name, day: day(one.day) })}>
                    {t("remove")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Section>
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
