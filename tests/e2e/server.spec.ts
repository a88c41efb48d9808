import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { request } from "@playwright/test";
import { freePort } from "@/lib/cli/ports";
import { ended } from "@/lib/cli/programs";
import { expect, test } from "../support/browser";
import { isProblem } from "../support/openapi";
import { databases, on, somebodyOn, withToken } from "../support/portal-data";
import { administer, clone } from "../support/postgres";
import { answers, serve } from "../support/serve";
import { ask, charter, found, v1 } from "../support/stage";
import { tunnel } from "../support/tunnel";

/** A portal of its own for what would disturb the others: limits by address, a database that goes away, an end. */
type Own = { address: string; database: string; server: ReturnType<typeof serve>; way: Awaited<ReturnType<typeof tunnel>> };
const own = async (use: (portal: Own) => Promise<void>) => {
  const { admin, template } = databases();
  const name = `stepwell_e2e_own_${process.pid}`;
  const data = mkdtempSync(path.join(tmpdir(), "stepwell-own-"));
  const database = await clone(admin, template, name);
  const address = `http://localhost:${await freePort()}`;
  const way = await tunnel(database);
  const server = serve(address, way.url, data);
  try {
    await answers(address);
    await use({ address, database, server, way });
  } finally {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGKILL");
      await ended(server);
    }
    await way.cut();
    await administer(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(data, { recursive: true, force: true });
  }
};

test.describe.configure({ timeout: 120_000 });

test("an address that a stranger makes up does not let them guess more passwords", async () => {
  await own(async ({ address, database }) => {
    for (const forged of ["10.0.0.1", "10.0.0.2", "::1, 10.0.0.3"]) {
      const door = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address, "x-forwarded-for": forged } });
      const { csrfToken } = (await (await door.get("/api/auth/csrf")).json()) as { csrfToken: string };
      await door.post("/api/auth/callback/credentials", { form: { csrfToken, email: `nobody-${forged}@example.org`, password: "wrong", json: "true" } });
      await door.dispose();
    }
    const rows = await on<{ points: number }>(database, `SELECT points FROM "RateLimit" WHERE key LIKE 'sign-in-address:%'`);
    expect(rows.map(({ points }) => points)).toEqual([3]);
  });
});

test("a database that goes away ends no server, and is said so until it is back", async () => {
  await own(async ({ address, database, way }) => {
    const api = await withToken(address, await somebodyOn(database));
    const { slug } = await found(api);
    await on(database, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await expect.poll(async () => (await api.get(`${v1}/communities`)).status()).toBe(200);
    await ask(api, slug);
    await way.cut();
    await expect.poll(async () => (await api.get("/readyz")).status()).toBe(503);
    expect((await api.get("/livez")).status()).toBe(200);
    for (const refused of [await api.get(`${v1}/communities`), await api.post(`${v1}/communities`, { data: charter() })]) {
      await isProblem(refused, 503, "unavailable");
      expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
    }
    await way.mend();
    await expect.poll(async () => (await api.get("/readyz")).status()).toBe(200);
    const { id } = await ask(api, slug, { title: "After the storm" });
    await expect.poll(async () => (await on(database, `SELECT 1 FROM "SearchDocument" WHERE id = $1`, id)).length, { message: "the workers are back, too", timeout: 60_000 }).toBe(1);
  });
});

test("a server is not ready before every migration of its release is there", async () => {
  await own(async ({ address, database }) => {
    const api = await request.newContext({ baseURL: address });
    const [last] = await on<{ migration_name: string }>(database, `DELETE FROM "_prisma_migrations" WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations") RETURNING migration_name`);
    expect([(await api.get("/readyz")).status(), await (await api.get("/readyz")).text()]).toEqual([503, "migrations are missing\n"]);
    expect((await api.get("/livez")).status()).toBe(200);
    await on(database, `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('again', '', $1, now()), ('later', '', '99999999999999_later', now())`, last?.migration_name);
    expect((await api.get("/readyz")).status(), "a later release's migrations do no harm").toBe(200);
  });
});

test("a server that is asked to end answers what it was asked, finishes its jobs, and goes", async () => {
  await own(async ({ address, database, server }) => {
    const api = await withToken(address, await somebodyOn(database));
    const { slug } = await found(api);
    const asked = Array.from({ length: 8 }, (_, n) => api.post(`${v1}/communities/${slug}/discussions`, { data: { kind: "story", title: `Last words ${n}`, body: "Bye.", tags: [] } }));
    await Promise.race(asked);
    server.kill("SIGTERM");
    expect((await Promise.all(asked)).map((answer) => answer.status())).toEqual(Array.from({ length: 8 }, () => 201));
    await ended(server);
    expect(await on(database, `SELECT 1 FROM pgboss.job WHERE state = 'active'`), "jobs in hand").toEqual([]);
    expect(await on(database, `SELECT 1 FROM "Discussion"`)).toHaveLength(8);
  });
});
