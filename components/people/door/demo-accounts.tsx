import { getTranslations } from "next-intl/server";
import { demoSignInAction } from "@/lib/people/sessions/actions";
import type { demoAccounts } from "@/lib/people/sessions/rules";

type Props = { accounts: { account: (typeof demoAccounts)[number]; email: string; name: string; position: string }[]; password: string; from: string };

/** In a demo organisation everyone may be anyone. */
export async function DemoAccounts({ accounts, password, from }: Props) {
  const t = await getTranslations("account.demo");
  return (
    <section aria-labelledby="demo" className="door-demo">
      <h2 id="demo">{t("title")}</h2>
      <p className="hint">{t("hint")}</p>
      <ul className="door-accounts">
        {accounts.map(({ account, email, name, position }) => (
          <li key={account}>
            <form action={demoSignInAction}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="from" value={from} />
              <button>
                <b>{t(account)}</b> <span>{t("who", { name, position })}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
