"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/controls";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Dot } from "@/components/ui/rows";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { Told } from "@/components/ui/told";
import { makeAddressAction, revokeAddressAction } from "@/lib/feeds/addresses/actions";
import { calendarPath, feedPath, MY_CALENDAR } from "@/lib/feeds/addresses/rules";
import { CopyButton } from "./copy-button";
import { useRefusal } from "./use-refusal";

type Address = { id: string; calendar: boolean; own: boolean; community: string | null; createdAt: Date; lastUsedAt: Date | null };
type Place = { slug: string; name: string };
type AddressesProps = { addresses: readonly Address[]; places: readonly Place[]; chosen: string; origin: string };

/** The private addresses of one person: those that were made, and the form for one more. */
export function Addresses({ addresses, places, chosen, origin }: AddressesProps) {
  const t = useTranslations("feeds.settings");
  return (
    <>
      <Section title={t("make")}>
        <AddressForm places={places} chosen={chosen} origin={origin} />
      </Section>
      <Section title={t("title")} count={addresses.length || undefined}>
        {addresses.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <ul className="rows">
            {addresses.map((address) => (
              <AddressRow key={address.id} {...address} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function AddressRow({ id, calendar, own, community, createdAt, lastUsedAt }: Address) {
  const t = useTranslations("feeds.settings");
  const what = own ? t("myCalendar") : community === null ? t("gone") : t(calendar ? "calendarOf" : "feedOf", { community });
  return (
    <li className="ask-row">
      <div>
        <h3 className="row-t">{what}</h3>
        <p className="row-m">
          {t("made")} <Time at={createdAt} as="day" />
          <Dot />
          {lastUsedAt ? (
            <>
              {t("used")} <Time at={lastUsedAt} />
            </>
          ) : (
            t("unused")
          )}
        </p>
      </div>
      <form action={revokeAddressAction}>
        <input type="hidden" name="id" value={id} />
        <Button type="submit" small look="grave" aria-label={t("revokeOne", { what })}>
          {t("revoke")}
        </Button>
      </form>
    </li>
  );
}

/** The address is shown in the answer to the form, this once: nobody can show it again. */
function AddressForm({ places, chosen, origin }: Omit<AddressesProps, "addresses">) {
  const t = useTranslations("feeds.settings");
  const [answer, make, pending] = useActionState(makeAddressAction, null);
  const { refused, field } = useRefusal(answer);
  const options: Option[] = [
    { value: MY_CALENDAR, label: t("myCalendar") },
    ...places.flatMap(({ slug, name }) => [
      { value: feedPath(slug), label: t("feedOf", { community: name }) },
      { value: calendarPath(slug), label: t("calendarOf", { community: name }) },
    ]),
  ];
  const address = answer?.ok ? `${origin}${answer.value.address}` : null;
  return (
    <form action={make} className="form narrow">
      <FormStatus answer={answer} refused={refused} fields={[]} />
      {address && (
        <Told tone="done">
          <p>{t("shown")}</p>
          <output className="secret" aria-label={t("address")}>
            {address}
          </output>
          <CopyButton text={address} />
        </Told>
      )}
      <Field name="path" label={t("what")} hint={t("hint")} error={field}>
        {(control) => <Select {...control} options={options} defaultValue={chosen} />}
      </Field>
      <p className="hint">{t("care")}</p>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
