import { expect, test } from "vitest";
import { EnvironmentError, readEnv } from "@/lib/platform/env";

const enough = { DATABASE_URL: "postgresql://u:p@127.0.0.1/d", NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(32) };
const complaint = (said: Record<string, string | undefined>) => {
  try {
    readEnv(said);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return String((error as Error).message);
  }
  throw new Error("was accepted");
};

test("what is left out has its default", () => {
  expect(readEnv(enough)).toMatchObject({
    DATA_DIR: ".data", FILES_DIR: ".data/files", PORT: 3000, LOG_LEVEL: "info", TRUST_PROXY: false, MAIL_FROM: "Stepwell <stepwell@localhost>",
  });
});

test("what is said is taken, as numbers and as yes or no", () => {
  const said = readEnv({ ...enough, PORT: "8080", DEMO: "0", TRUST_PROXY: "1", DATA_DIR: "/srv/data", FILES_DIR: "/srv/files", NEXTAUTH_URL: "https://a.example/" });
  expect(said).toMatchObject({ PORT: 8080, DEMO: false, TRUST_PROXY: true, FILES_DIR: "/srv/files", NEXTAUTH_URL: "https://a.example" });
});

test("an empty variable counts as one that is not set", () => {
  expect(readEnv({ ...enough, SMTP_URL: "", OIDC_ISSUER: " ", PORT: "" })).toEqual(readEnv(enough));
});

test.each([
  ["DATABASE_URL", { DATABASE_URL: undefined }, "set it"],
  ["DATABASE_URL", { DATABASE_URL: "mysql://x" }, "postgresql://"],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "localhost:3000" }, "https://"],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "https://a.example/portal" }, "no path"],
  ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: "short" }, "32 characters"],
  ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: undefined }, "openssl"],
  ["SMTP_URL", { SMTP_URL: "mail.example.org" }, "smtp://"],
  ["PORT", { PORT: "http" }, "port number"],
  ["PORT", { PORT: "70000" }, "port number"],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "debug"],
  ["DEMO", { DEMO: "yes" }, "1 (yes) or 0 (no)"],
  ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://login.example", OIDC_CLIENT_ID: "stepwell" }, "leave out all"],
])("%s as %j is refused, and named with what to set", (name, wrong, hint) => {
  const message = complaint({ ...enough, ...wrong });
  expect(message).toContain(`  ${name}: `);
  expect(message).toContain(hint);
  expect(message.match(/^ {2}/gm)).toHaveLength(1);
});

test("the complaint never repeats a value, which may be a secret", () => {
  expect(complaint({ ...enough, NEXTAUTH_SECRET: "hunter2", DATABASE_URL: "hunter2" })).not.toContain("hunter2");
});
