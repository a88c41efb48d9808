import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { kept, type Sql } from "./sql";

/** Waiting is bounded everywhere: for a connection, a statement, a lock, a forgotten transaction (milliseconds). */
export const poolSettings = () => ({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
  connectionTimeoutMillis: 2000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
});

/** So many statements at most are kept: a connection holds the plan of each. */
const KEPT = 200;
const names = new Map<string, string>();

/** The name under which PostgreSQL keeps a statement, by its text; none for those that do not begin with `kept`, or where a pooler in between would mix connections up. */
const nameOf = ({ sql: text }: { sql: string }) => {
  if (!text.startsWith(kept.sql) || process.env.DATABASE_POOLED) return undefined as unknown as string; // the adapter's type says string, its driver takes none
  const known = names.get(text);
  if (known || names.size >= KEPT) return known as string;
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
};

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg(poolSettings(), { onPoolError: () => undefined, statementNameGenerator: nameOf }),
    transactionOptions: { maxWait: 2000, timeout: 15_000 },
  });
const held = globalThis as { stepwellDb?: ReturnType<typeof open> };

export const db = (held.stepwellDb ??= open());
export type Tx = Prisma.TransactionClient;

type Reading = "findUnique" | "findFirst" | "findMany" | "count" | "aggregate" | "groupBy";
type Models = { [M in keyof Tx as M extends `$${string}` ? never : M]: Pick<Tx[M], Extract<keyof Tx[M], Reading>> };
/** The database as a query sees it: it can look, it cannot touch. Raw SQL comes as a tagged template, and should carry a `…SeenBySql`. */
export type ReadTx = Models & { $queryRaw: <T = unknown>(query: TemplateStringsArray | Sql, ...values: unknown[]) => Promise<T> };
