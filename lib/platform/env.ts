import { join } from "node:path";
import { z } from "zod";

const address = (schemes: string, example: string) =>
  z.string({ error: `set it, for example ${example}` }).refine((value) => URL.canParse(value) && new RegExp(`^(${schemes}):`).test(value), {
    error: `must be an address such as ${example}`,
    abort: true,
  });
const flag = z.enum(["0", "1"], { error: "must be 1 (yes) or 0 (no)" }).transform((value) => value === "1");
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const database = address("postgres|postgresql", "postgresql://user:password@127.0.0.1:5432/stepwell");

const schema = z
  .object({
    DATABASE_URL: database,
    DATABASE_LISTEN_URL: database.optional(),
    NEXTAUTH_URL: address("https?", "https://stepwell.example.org").refine((value) => new URL(value).pathname === "/", {
      error: "must have no path: Stepwell is served from the root of its host",
    }),
    NEXTAUTH_SECRET: z.string({ error: "set it to 32 random characters or more, for example the output of: openssl rand -base64 32" }).min(32, {
      error: "must have 32 characters or more, for example the output of: openssl rand -base64 32",
    }),
    SMTP_URL: address("smtps?", "smtp://user:password@mail.example.org:587").optional(),
    MAIL_FROM: z.string().regex(/^[^\r\n]*@[^\r\n]*$/, { error: "must be a mail address such as Stepwell <stepwell@example.org>" }).optional(),
    OIDC_ISSUER: address("https?", "https://login.example.org").optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    DATA_DIR: z.string().default(".data"),
    FILES_DIR: z.string().optional(),
    DEMO: flag.optional(),
    HOST: z.string().optional(),
    PORT: z.coerce.number({ error: "must be a port number such as 3000" }).int().min(0).max(65535, { error: "must be a port number such as 3000" }).default(3000),
    LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(", ")}` }).default("info"),
    TRUST_PROXY: flag.default(false),
    SEARCHES_A_MINUTE: z.coerce.number({ error: "must be a number such as 120" }).int().min(1, { error: "must be a number such as 120" }).default(120),
  })
  .superRefine((said, context) => {
    const together = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    if (!together.some((name) => said[name])) return;
    for (const name of together)
      if (!said[name]) context.addIssue({ code: "custom", path: [name], message: `set it too, or leave out all of ${together.join(", ")}` });
  })
  .transform((said) => ({
    ...said,
    NEXTAUTH_URL: new URL(said.NEXTAUTH_URL).origin,
    FILES_DIR: said.FILES_DIR ?? join(said.DATA_DIR, "files"),
    MAIL_FROM: said.MAIL_FROM ?? `Stepwell <stepwell@${new URL(said.NEXTAUTH_URL).hostname}>`,
  }));

export type Env = z.output<typeof schema>;

/** Says which variables to change, and to what; never what they hold now. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Reads the environment out of `source`. An empty variable counts as one that is not set. Throws `EnvironmentError`. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const said = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  throw new EnvironmentError(["The environment is not complete:", ...read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`)].join("\n"));
};

let held: Env | undefined;

/** The environment of this process, validated at the first use and kept: importing this file asks nothing, so that a build needs no settings. */
export const env = (): Env => (held ??= readEnv(process.env));
