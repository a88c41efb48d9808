import { scriptOf, startScript } from "@/lib/cli/programs";
import { secret } from "./portal-data";

/** What a portal for tests must not inherit from whoever runs them. */
const unset = Object.fromEntries(
  ["SMTP_URL", "MAIL_FROM", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "FILES_DIR", "DATABASE_LISTEN_URL", "DATABASE_POOL", "TRUST_PROXY", "DEMO"].map((name) => [name, undefined]),
);

/** Starts a portal of this build; it is ready when `answers` says so. */
export const serve = (address: string, database: string, data: string, more: Record<string, string> = {}) =>
  startScript(scriptOf("next"), ["start", "-H", "127.0.0.1", "-p", new URL(address).port], {
    ...unset,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: new URL(address).port,
    DATABASE_URL: database,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    DATA_DIR: data,
    LOG_LEVEL: "warn",
    ...more,
  });

export const answers = async (address: string) => {
  while (!(await fetch(`${address}/readyz`).then(({ ok }) => ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 200));
};
