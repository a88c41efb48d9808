import { getTranslations } from "next-intl/server";
import { demoSignInAction } from "@/lib/people/sessions/actions";
import type { demoAccounts } from "@/lib/people/sessions/rules";

type Props = { accounts: { account: (typeof demoAccounts)[number]; email: string; name: string; position: string }[]; password: string; from: string };

/** In a demo organisation everyone may be anyone. */
export async function DemoAccounts({ accounts, password, from }: Props) {
  const t = await getTranslations("account");
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{t("demo.title")}</h2>
      <p>{t("demo.hint")}</p>
      <ul>
        {accounts.map(({ account, email, name, position }) => (
          <li key={account}>
            <form action={demoSignInAction}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="from" value={from} />
              <button>
                <span>{t(`demo.${account}`)}</span> <span>{t("demo.who", { name, position })}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
