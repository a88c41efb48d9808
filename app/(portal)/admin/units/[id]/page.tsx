import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { EditUnitForm, MoveUnitForm } from "@/components/people/admin/unit-forms";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { closeUnitAction, reopenUnitAction } from "@/lib/people/units/actions";
import { listUnits } from "@/lib/people/units/queries";
import { headcount } from "@/lib/people/units/rules";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/admin/units/[id]">;

const find = async ({ params }: Props) => {
  const me = await requireActor();
  if (!mayManagePeople(me)) return null;
  const units = await listUnits(me);
  const { id } = await params;
  const unit = units.find((one) => one.id === id);
  return unit ? { me, unit, units } : null;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await find(props))?.unit.name };
}

export default async function AdminUnitPage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  const { me, unit, units } = found;
  const t = await getTranslations("admin.units");
  const { id, version, code, name, satellite, parentId, closedAt } = unit;
  const parent = units.find((one) => one.id === parentId)?.code ?? "";
  const shown = { id, version, code, name, satellite, parent, head: unit.head?.handle ?? "", lessonManager: unit.lessonManager?.handle ?? "" };
  return (
    <>
      <AdminHead current="units" administrator={mayAdminister(me)} title={name} state={t("people", { count: headcount(unit), managers: unit.allManagers })} below />
      {closedAt ? (
        <form action={reopenUnitAction}>
          <input type="hidden" name="id" value={id} />
          <p className="settings-text">{t("closedText")}</p>
          <Button type="submit">{t("reopen")}</Button>
        </form>
      ) : (
        <Words of={["account", "admin"]}>
          <Section title={t("edit")}>
            <EditUnitForm unit={shown} />
          </Section>
          <Section title={t("moveTitle")}>
            <p className="settings-text">{t("moveText")}</p>
            <MoveUnitForm unit={shown} units={units.filter((one) => !one.closedAt)} />
          </Section>
          <Section title={t("closeTitle")}>
            <p className="settings-text">{t("closeText")}</p>
            <form action={closeUnitAction}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" look="grave">
                {t("close")}
              </Button>
            </form>
          </Section>
        </Words>
      )}
    </>
  );
}
