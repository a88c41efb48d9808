import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { UnitShare } from "@/lib/communities/members/queries";
import { spread } from "@/lib/communities/members/rules";
import { useFormat } from "@/lib/platform/i18n/format";

const NAMED = 4;

/** Where members come from, how evenly, and from where nobody has come yet (domain 004-12). */
export function Units({ units }: { units: readonly UnitShare[] }) {
  const t = useTranslations("communities.about");
  const format = useFormat();
  const present = units.filter((unit) => unit.members > 0);
  const missing = units.filter((unit) => unit.members === 0).map((unit) => unit.name);
  const value = spread(units.map((unit) => unit.members));
  if (present.length === 0) return null;
  return (
    <Section title={t("units")}>
      <p>
        {t("unitsText", { count: present.length })}{" "}
        {value !== null && <span title={t("spreadHint")}>{t("spread", { value: format.number(Math.round(value * 100)) })}.</span>}
      </p>
      {missing.length > 0 && <p>{t("missing", { units: format.list([...missing.slice(0, NAMED), ...(missing.length > NAMED ? ["…"] : [])]) })}</p>}
      <Disclosure summary={t("asTable")}>
        <p className="hint">{t("spreadHint")}</p>
        <Table
          caption={t("units")}
          columns={[{ key: "unit", label: t("unit") }, { key: "members", label: t("unitMembers"), figure: true }]}
          rows={units.map(({ code, name, members }) => ({ key: code, cells: { unit: name, members: format.number(members) } }))}
        />
      </Disclosure>
    </Section>
  );
}
