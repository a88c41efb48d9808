import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { PortalRole } from "@/lib/generated/prisma/enums";
import { grantRoleAction, withdrawRoleAction } from "@/lib/people/roles/actions";
import { fromRole } from "@/lib/people/roles/rules";

const all: PortalRole[] = ["HR_ADMIN", "ADMINISTRATOR"];

/** The roles over the whole organisation, each given or taken with one button. */
export function RoleForms({ id, roles }: { id: string; roles: readonly PortalRole[] }) {
  const t = useTranslations("admin.roles");
  return (
    <ul className="rows">
      {all.map((role) => {
        const has = roles.includes(role);
        return (
          <li key={role} className="ask-row">
            <div>
              <h3 className="row-t">
                {t(role)}
                {has && <span className="quiet"> {t("has")}</span>}
              </h3>
              <p className="row-m">{t(`${role}_hint`)}</p>
            </div>
            <form action={has ? withdrawRoleAction : grantRoleAction}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="role" value={fromRole(role)} />
              <Button type="submit" small aria-label={t(has ? "withdrawOne" : "grantOne", { role: t(role) })}>
                {t(has ? "withdraw" : "grant")}
              </Button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
