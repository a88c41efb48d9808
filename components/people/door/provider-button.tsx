import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** To the organisation's own sign-in and back: a plain form, which the address it goes to answers with the way there. */
export function ProviderButton({ from, connect }: { from: string; connect?: boolean }) {
  const t = useTranslations("account.provider");
  return (
    <form action="/api/auth/signin/oidc" method="post">
      <input type="hidden" name="callbackUrl" value={from} />
      {connect && <input type="hidden" name="connect" value="yes" />}
      <Button type="submit" look={connect ? "plain" : "primary"}>
        {t(connect ? "connect" : "enter")}
      </Button>
    </form>
  );
}
