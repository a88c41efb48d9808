import { useTranslations } from "next-intl";
import { ProviderButton } from "@/components/people/door/provider-button";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { disconnectIdentityAction } from "@/lib/people/identities/actions";
import { useFormat } from "@/lib/platform/i18n/format";

type Connected = { issuer: string; subject: string; createdAt: Date };

const plain = (address: string) => address.replace(/\/+$/, "");

/** The organisation's own sign-in as another way in: connected by who is signed in, never by a mail address. */
export function Identities({ identities, offered }: { identities: readonly Connected[]; offered: string | null }) {
  const t = useTranslations("settings.identities");
  const format = useFormat();
  if (identities.length === 0 && !offered) return null;
  return (
    <Section title={t("title")}>
      <ul className="rows">
        {identities.map(({ issuer, subject, createdAt }) => (
          <li key={`${issuer} ${subject}`} className="ask-row">
            <div>
              <h3 className="row-t">{new URL(issuer).host}</h3>
              <p className="row-m">{t("since", { day: format.day(createdAt) })}</p>
            </div>
            <form action={disconnectIdentityAction}>
              <input type="hidden" name="issuer" value={issuer} />
              <input type="hidden" name="subject" value={subject} />
              <Button type="submit" small>
                {t("disconnect")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {offered && !identities.some(({ issuer }) => plain(issuer) === plain(offered)) && <ProviderButton from="/settings/sign-in" connect />}
    </Section>
  );
}
