import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditRow } from "@/lib/people/audit/queries";
import type { audited, auditedInside } from "@/lib/people/audit/rules";

type Name = (typeof audited)[number] | (typeof auditedInside)[number];
type Key<N extends string> = N extends `${infer Subject}.${infer Fact}` ? `${Subject}-${Fact}` : never;
const key = (name: string) => name.replace(".", "-") as Key<Name>;

/** What was administered, when, by whom. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const t = useTranslations("admin");
  const what = ({ name, role }: AuditRow) => (role === "hr-admin" || role === "administrator" ? t("audit.withRole", { what: t(`audit.events.${key(name)}`), role: t(role === "hr-admin" ? "roles.HR_ADMIN" : "roles.ADMINISTRATOR") }) : t(`audit.events.${key(name)}`));
  const subject = ({ subject: about }: AuditRow) => {
    if (!about) return null;
    const name = about.name ?? t("audit.former");
    return about.address ? <a href={about.address}>{name}</a> : name;
  };
  return (
    <Table
      caption={t("audit.title")}
      columns={[
        { key: "at", label: t("audit.at") },
        { key: "what", label: t("audit.what") },
        { key: "subject", label: t("audit.subject") },
        { key: "actor", label: t("audit.actor") },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: { at: <Time at={row.at} as="moment" />, what: what(row), subject: subject(row), actor: row.actor ? (row.actor.name ?? t("audit.former")) : t("audit.nobody") },
      }))}
    />
  );
}
