import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { closeLimits, giveBack, limit, limitsOn, quickLimit } from "@/lib/platform/limits";

const [one, other] = [0, 1].map(() => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 })) as [pg.Pool, pg.Pool];
const [server, another] = [limitsOn(one), limitsOn(other)];
afterAll(() => Promise.all([one.end(), other.end()]));

const times = async <T>(count: number, run: () => Promise<T>) => {
  const out: T[] = [];
  for (let i = 0; i < count; i++) out.push(await run());
  return out;
};

test("ten tries in a quarter of an hour, then a wait in whole seconds", async () => {
  expect(await times(10, () => server.limit("sign-in", "anna"))).toEqual(Array(10).fill({ ok: true }));
  const refused = await server.limit("sign-in", "anna");
  expect(refused).toMatchObject({ ok: false });
  expect(refused).toHaveProperty("retryAfter", expect.toSatisfy((seconds: number) => Number.isInteger(seconds) && seconds > 890 && seconds <= 900));
});

test("each key and each limit is counted for itself", async () => {
  await times(10, () => server.limit("sign-in", "anna"));
  expect(await server.limit("sign-in", "bertil")).toEqual({ ok: true });
  expect(await server.limit("sign-in-account", "anna")).toEqual({ ok: true });
});

test("two servers count together, also at the same moment", async () => {
  const all = await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? server : another).limit("setup", "203.0.113.7")));
  expect(all.filter((allowed) => allowed.ok)).toHaveLength(5);
  expect(await another.limit("setup", "203.0.113.7")).toMatchObject({ ok: false });
});

test("further tries do not draw the wait out", async () => {
  await times(11, () => server.limit("sign-in", "anna"));
  const { rows: before } = await one.query(`SELECT expire FROM "RateLimit"`);
  await times(20, () => server.limit("sign-in", "anna"));
  expect((await one.query(`SELECT expire FROM "RateLimit"`)).rows).toEqual(before);
});

test("when the time is over, it is counted from the start", async () => {
  await times(10, () => server.limit("sign-in", "anna"));
  await one.query(`UPDATE "RateLimit" SET expire = $1`, [Date.now() - 1]);
  expect(await times(10, () => another.limit("sign-in", "anna"))).toEqual(Array(10).fill({ ok: true }));
});

test("what turned out right is taken back, one time each, on all servers", async () => {
  await times(10, () => server.limit("sign-in", "anna"));
  await times(2, () => another.giveBack("sign-in", "anna"));
  expect(await times(3, () => server.limit("sign-in", "anna"))).toMatchObject([{ ok: true }, { ok: true }, { ok: false }]);
});

test("somebody who always signs in rightly is never refused", async () => {
  for (let i = 0; i < 15; i++) {
    expect(await limit("sign-in", "anna")).toEqual({ ok: true });
    await giveBack("sign-in", "anna");
  }
  await closeLimits();
});

test("the table holds neither names nor addresses, and is swept", async () => {
  await server.limit("sign-in", "Anna@Library.example 203.0.113.7");
  const { rows } = await one.query<{ key: string }>(`SELECT key FROM "RateLimit"`);
  expect(rows.map(({ key }) => key)).toEqual([expect.stringMatching(/^sign-in:[\w-]{43}$/)]);
  expect(await server.sweep()).toBe(0);
  await one.query(`UPDATE "RateLimit" SET expire = 1`);
  expect(await server.sweep()).toBe(1);
});

test("a database that does not answer is an error, not a permission", async () => {
  const gone = new pg.Pool({ connectionString: "postgresql://nobody@127.0.0.1:1/none" });
  await expect(limitsOn(gone).limit("write", "anna")).rejects.toThrow(/ECONNREFUSED/);
  await gone.end();
});

test("what is asked while typing is counted in memory, and asks no database", async () => {
  const query = vi.spyOn(pg.Pool.prototype, "query");
  expect(await times(120, () => quickLimit("draft", "anna"))).toEqual(Array(120).fill({ ok: true }));
  expect(await quickLimit("draft", "anna")).toMatchObject({ ok: false, retryAfter: expect.any(Number) });
  expect(await quickLimit("completion", "anna")).toEqual({ ok: true });
  expect(query).not.toHaveBeenCalled();
});
