"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Section } from "@/components/ui/section";
import { chooseChannelsAction } from "@/lib/notifications/channels/actions";
import { type Channel, type Rhythm, type Topic, topics } from "@/lib/notifications/channels/rules";
import { useFormat } from "@/lib/platform/i18n/format";
import { useProblems } from "@/lib/platform/i18n/problems";
import { ChannelGrid } from "./channel-grid";

type ChannelsFormProps = { chosen: Record<Topic, Channel>; rhythm: Rhythm; zone: string };
const hours = ["hour", "quietFrom", "quietTo"] as const;

export function ChannelsForm({ chosen, rhythm, zone }: ChannelsFormProps) {
  const t = useTranslations("channels");
  const format = useFormat();
  const problems = useProblems();
  const [answer, choose, pending] = useActionState(chooseChannelsAction, null);
  const refused = answer && !answer.ok ? answer : null;
  const said = (name: string) => (typeof refused?.said?.[name] === "string" ? refused.said[name] : undefined);
  const wrong = (name: string) => problems.field(refused?.fields?.[name], (code) => (code === "channel" || code === "hour" || code === "weekday" ? t(`wrong.${code}`) : undefined));
  const label = (name: string) => (topics.includes(name as Topic) ? t(`topics.${name as Topic}`) : t(`hours.${name as keyof Rhythm}`));
  const at = (hour: number) => format.date(new Date(Date.UTC(2026, 0, 1, hour)), { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
  const weekday = (day: number) => format.date(new Date(Date.UTC(2026, 0, 4 + day)), { timeZone: "UTC", weekday: "long" });
  const select = (name: keyof Rhythm, options: { value: string; label: string }[]) => (
    <Field key={name} name={name} label={label(name)} error={wrong(name)}>
      {(control) => <Select {...control} defaultValue={said(name) ?? String(rhythm[name])} options={options} />}
    </Field>
  );
  const clock = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: at(hour) }));
  return (
    <form action={choose} className="form" key={JSON.stringify([chosen, rhythm])}>
      <FormStatus
        answer={answer}
        refused={refused && problems.refusal(refused.why, (why) => why)}
        fields={Object.keys(refused?.fields ?? {}).map((name) => ({ name, label: label(name), text: wrong(name) }))}
      />
      <Section title={t("grid.title")}>
        <ChannelGrid chosen={{ ...chosen, ...Object.fromEntries(topics.flatMap((topic) => (said(topic) ? [[topic, said(topic)]] : []))) }} wrong={wrong} />
      </Section>
      <Section title={t("hours.title")} className="narrow">
        <div className="beside">
          {select(hours[0], clock)}
          {select("weekday", Array.from({ length: 7 }, (_, day) => ({ value: String(day + 1), label: weekday(day + 1) })))}
        </div>
        <div className="beside">{hours.slice(1).map((name) => select(name, clock))}</div>
        <p className="hint">{t("hours.hint", { zone: zone.replaceAll("_", " ") })}</p>
      </Section>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("hours.submit")}
        </Button>
      </div>
    </form>
  );
}
