import { useTranslations } from "next-intl";
import { useDay } from "@/components/people/directory/people-rows";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { StaffCategory } from "@/lib/generated/prisma/enums";

type Position = { id: string; title: string; category: StaffCategory; startsOn: Date; endsOn: Date | null; unit: { name: string } };

/** Where someone was when. */
export function Positions({ rows }: { rows: readonly Position[] }) {
  const t = useTranslations("admin.place");
  const day = useDay();
  if (rows.length === 0) return null;
  const columns = [
    { key: "unit", label: t("unit") },
    { key: "position", label: t("position") },
    { key: "category", label: t("category") },
    { key: "from", label: t("from") },
    { key: "to", label: t("to") },
  ];
  return (
    <Section title={t("history")}>
      <Table
        caption={t("history")}
        columns={columns}
        rows={rows.map(({ id, title, category, startsOn, endsOn, unit }) => ({
          key: id,
          cells: { unit: unit.name, position: title, category: t(category === "MANAGER" ? "manages" : "staff"), from: day(startsOn), to: endsOn ? day(endsOn) : t("present") },
        }))}
      />
    </Section>
  );
}
