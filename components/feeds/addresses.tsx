"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { OwnRows } from "@/components/ui/own-rows";
import { Life, Secret } from "@/components/ui/secret";
import { Section } from "@/components/ui/section";
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
  const what = ({ calendar, own, community }: Address) => (own ? t("myCalendar") : community === null ? t("gone") : t(calendar ? "calendarOf" : "feedOf", { community }));
  return (
    <>
      <Section title={t("make")}>
        <AddressForm places={places} chosen={chosen} origin={origin} />
      </Section>
      <OwnRows
        title={t("title")}
        none={t("none")}
        rows={addresses.map((address) => ({ id: address.id, title: what(address), meta: <Life made={t("made")} used={t("used")} unused={t("unused")} {...life(address)} />, says: t("revokeOne", { what: what(address) }) }))}
        action={revokeAddressAction}
        label={t("revoke")}
        look="grave"
      />
    </>
  );
}

const life = ({ createdAt, lastUsedAt }: Address) => ({ createdAt, lastUsedAt });

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
        <Secret says={t("shown")} label={t("address")} text={address}>
          <CopyButton text={address} />
        </Secret>
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
