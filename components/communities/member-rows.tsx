import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import { Monogram } from "@/components/ui/monogram";
import { Dot } from "@/components/ui/rows";
import { askToLeadAction, relieveLeaderAction, stepDownFromLeadAction, withdrawLeadershipOfferAction } from "@/lib/communities/leaders/actions";
import type { MemberRow } from "@/lib/communities/members/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { personHref } from "./charter";
import { communityHref } from "./community-head";

type Standing = { slug: string; /** Whether the reader leads here, and who they are. */ leading: boolean; me: string; leaders: number };
type MemberRowsProps = Standing & { rows: readonly MemberRow[] };

/** Who belongs: name, what they do and where, why they are here, since when; for leaders what to do, folded. */
export function MemberRows({ rows, ...standing }: MemberRowsProps) {
  return (
    <ul className="rows people">
      {rows.map((row) => (
        <Member key={row.id} row={row} standing={standing} />
      ))}
    </ul>
  );
}

function Member({ row, standing }: { row: MemberRow; standing: Standing }) {
  const t = useTranslations("communities");
  const format = useFormat();
  const name = row.name ?? t("former");
  const own = row.id === standing.me;
  const acts = standing.leading && (!own || (row.role === "LEADER" && standing.leaders > 1));
  return (
    <li className="person-row">
      <Monogram name={name} />
      <div>
        <h3 className="row-t">{row.name ? <a href={personHref(row.handle)}>{name}</a> : name}</h3>
        <p className="row-m">
          {row.role === "LEADER" && (
            <>
              <span className="kind">{t("role.LEADER")}</span>
              <Dot />
            </>
          )}
          {[row.position, row.unit?.name].filter(Boolean).join(", ")}
          {(row.position || row.unit) && <Dot />}
          {t(`interestOf.${row.interest}`)}
          <Dot />
          {t("membersPage.since", { day: format.day(row.joinedAt) })}
          {row.asked && (
            <>
              <Dot />
              <span className="due">{t("membersPage.asked")}</span>
            </>
          )}
        </p>
      </div>
      {acts && (
        <Menu label={t("membersPage.actions", { name })} icon="dots" iconOnly look="quiet">
          <Acts row={row} slug={standing.slug} own={own} />
        </Menu>
      )}
    </li>
  );
}

function Acts({ row, slug, own }: { row: MemberRow; slug: string; own: boolean }) {
  const t = useTranslations("communities.membersPage");
  const press = (act: (form: FormData) => Promise<void>, children: ReactNode) => (
    <li>
      <form action={act}>
        <input type="hidden" name="slug" value={slug} />
        {!own && <input type="hidden" name="handle" value={row.handle} />}
        <button>{children}</button>
      </form>
    </li>
  );
  if (own) return press(stepDownFromLeadAction, t("stepDown"));
  if (row.role === "LEADER") return press(relieveLeaderAction, t("relieve"));
  return (
    <>
      {row.asked ? press(withdrawLeadershipOfferAction, t("withdrawAsk")) : press(askToLeadAction, t("askToLead"))}
      <li className="gap">
        <a className="grave" href={`${communityHref(slug, "members")}?remove=${encodeURIComponent(row.handle)}`}>
          {t("remove")}
        </a>
      </li>
    </>
  );
}
