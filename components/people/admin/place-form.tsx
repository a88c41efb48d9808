"use client";

import { useActionState } from "react";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { placePersonAction } from "@/lib/people/positions/actions";
import { PlaceFields, type PlaceName, type Units, usePlaceLabel } from "./place-fields";

type Place = { unit: string; position: string; category: string; manager: string };
type Now = Place & { version: number };

export function PlaceForm({ id, version, place, units }: { id: string; version: number; place: Place; units: Units }) {
  const t = useTranslations("admin.place");
  const [answer, save, pending] = useActionState(placePersonAction, null);
  const refusal = useRefusal(answer);
  const label = usePlaceLabel();
  const now = refusal.refused?.why === "stale" ? (refusal.refused.current as Now | undefined) : undefined;
  const value = (name: PlaceName) => refusal.said(name, name === "startsOn" ? "" : place[name]);
  return (
    <form action={save} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => label(name) ?? name)} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={now?.version ?? version} />
      <PlaceFields value={value} wrong={refusal.field} units={units} now={now} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
