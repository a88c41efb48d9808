import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { withdrawInvitationAction } from "@/lib/communities/invitations/actions";
import type { InvitationRow } from "@/lib/communities/invitations/queries";
import { acceptRequestAction, declineRequestAction } from "@/lib/communities/requests/actions";
import type { RequestRow } from "@/lib/communities/requests/queries";
import { personHref } from "./charter";

/** Who asks to be let in, for the leaders. */
export function Requests({ rows }: { rows: readonly RequestRow[] }) {
  const t = useTranslations("communities");
  if (rows.length === 0) return null;
  return (
    <div id="requests" className="apart">
      <Section title={t("requests.title")} count={rows.length}>
        <ul className="rows">
          {rows.map(({ id, handle, name, position, unit, interest, message, createdAt }) => (
            <li key={id} className="ask-row">
              <div>
                <h3 className="row-t"><a href={personHref(handle)}>{name ?? handle}</a></h3>
                <p className="row-m">
                  {[position, unit].filter(Boolean).join(", ")} <span className="dot" />
                  {t(`interestOf.${interest}`)} <span className="dot" /> <Time at={createdAt} />
                </p>
                {message && <p className="said">{message}</p>}
              </div>
              <form className="acts" aria-label={t("requests.of", { name: name ?? handle })}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" small look="primary" formAction={acceptRequestAction}>{t("requests.accept")}</Button>
                <Button type="submit" small formAction={declineRequestAction}>{t("requests.decline")}</Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Who was invited and has not answered. */
export function Invitations({ rows }: { rows: readonly InvitationRow[] }) {
  const t = useTranslations("communities.invitations");
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="lab after-form">{t("waiting")}</h3>
      <ul className="rows">
        {rows.map(({ id, handle, name, unit, createdAt }) => (
          <li key={id} className="ask-row">
            <p>
              <a href={personHref(handle)}>{name ?? handle}</a>
              <span className="row-m">
                {unit && `, ${unit}`} <span className="dot" /> <Time at={createdAt} />
              </span>
            </p>
            <form action={withdrawInvitationAction}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" small look="bare">{t("withdraw")}</Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
