import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { UnitLine } from "@/lib/people/units/queries";
import { headcount } from "@/lib/people/units/rules";
import { useFormat } from "@/lib/platform/i18n/format";
import { adminHref } from "./admin-head";

/** The units as a tree of rows, each with its people and those of everything below. */
export function UnitTree({ units }: { units: readonly UnitLine[] }) {
  const t = useTranslations("admin.units");
  const format = useFormat();
  const columns = [
    { key: "name", label: t("name") },
    { key: "code", label: t("code") },
    { key: "all", label: t("all"), figure: true },
    { key: "staff", label: t("staff"), figure: true },
    { key: "managers", label: t("managers"), figure: true },
    { key: "head", label: t("head") },
    { key: "lessons", label: t("lessonManager") },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={units.map((unit) => ({
        key: unit.id,
        cells: {
          name: (
            <div style={{ paddingInlineStart: `${unit.depth * 20}px` }}>
              <a href={adminHref("units", `/${unit.id}`)}>{unit.name}</a>
              {unit.satellite && <span className="quiet"> {t("satelliteShort")}</span>}
              {unit.closedAt && <span className="quiet"> {t("closed")}</span>}
            </div>
          ),
          code: unit.code,
          all: format.number(headcount(unit)),
          staff: format.number(unit.allStaff),
          managers: format.number(unit.allManagers),
          head: unit.head?.name,
          lessons: unit.lessonManager?.name,
        },
      }))}
    />
  );
}
