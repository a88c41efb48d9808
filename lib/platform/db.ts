import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import type { Sql } from "./sql";
import { statementNames } from "./statement-names";

/** Waiting is bounded everywhere: for a connection, a statement, a lock, a forgotten transaction (milliseconds). */
export const poolSettings = () => ({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
  connectionTimeoutMillis: 2000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
});

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg(poolSettings(), { onPoolError: () => undefined, statementNameGenerator: statementNames(Boolean(process.env.DATABASE_POOLED || process.env.DATABASE_LISTEN_URL)) }),
    transactionOptions: { maxWait: 2000, timeout: 15_000 },
  });
const held = globalThis as { stepwellDb?: ReturnType<typeof open> };

export const db = (held.stepwellDb ??= open());
export type Tx = Prisma.TransactionClient;

type Reading = "findUnique" | "findFirst" | "findMany" | "count" | "aggregate" | "groupBy";
type Models = { [M in keyof Tx as M extends `$${string}` ? never : M]: Pick<Tx[M], Extract<keyof Tx[M], Reading>> };
/** The database as a query sees it: it can look, it cannot touch. Raw SQL comes as a tagged template, and should carry a `…SeenBySql`. */
export type ReadTx = Models & { $queryRaw: <T = unknown>(query: TemplateStringsArray | Sql, ...values: unknown[]) => Promise<T> };
