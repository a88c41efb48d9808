import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { db } from "@/lib/platform/db";
import { send } from "@/lib/platform/jobs";
import { buildActor, buildCommunity } from "@/tests/support/build";
import { cli, folder } from "@/tests/support/cli";
import { administer, withDatabase } from "@/tests/support/postgres";

const { adminUrl, run } = inject("postgres");
const backup = (to: string, data: string) => cli(["with-database", "lib/cli/backup.ts", to], { DATA_DIR: data });
const restore = (from: string, data: string, url: string) => cli(["with-database", "lib/cli/restore.ts", from], { DATA_DIR: data, DATABASE_URL: url });

const emptyDatabase = async () => {
  const name = `${run}_restored`;
  await administer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  return withDatabase(adminUrl, name);
};

/** A portal with people who point at each other, a text in Russian, a job still to do, and a file. */
const world = async () => {
  const [data, to] = [folder(), path.join(folder(), "backup")];
  const actor = await buildActor();
  await db.user.update({ where: { id: actor.id }, data: { name: "Ольга \"О'Нил\"\n\\", managerId: (await buildActor()).id } });
  await buildCommunity();
  await db.$transaction((tx) => send(tx, "events", { id: "to be done" }));
  mkdirSync(path.join(data, "files/ab"), { recursive: true });
  writeFileSync(path.join(data, "files/ab/cd"), "content");
  return { data, to };
};

test("what was backed up comes back whole: rows, open jobs, files, the key", async () => {
  const { data, to } = await world();
  expect(await backup(to, data)).toMatchObject({ code: 0 });
  const [url, anew] = [await emptyDatabase(), folder()];

  const { code, said } = await restore(to, anew, url);

  expect(said).toContain("is back");
  expect(code).toBe(0);
  expect(readFileSync(path.join(anew, "files/ab/cd"), "utf8")).toBe("content");
  expect(readFileSync(path.join(anew, "secret"), "utf8")).toBe(process.env.NEXTAUTH_SECRET);
  const again = path.join(folder(), "again");
  expect(await cli(["with-database", "lib/cli/backup.ts", again], { DATA_DIR: anew, DATABASE_URL: url })).toMatchObject({ code: 0 });
  const sums = (of: string) => JSON.parse(readFileSync(path.join(of, "manifest.json"), "utf8")).tables.map(({ name, rows, sum }: { name: string; rows: number; sum: string }) => [name, rows, sum]);
  expect(sums(again)).toEqual(sums(to));
  expect(sums(again)).toContainEqual(["pgboss.job", 1, expect.any(String)]);
  expect(sums(again)).toContainEqual(['public."User"', 2, expect.any(String)]);
}, 60_000);

test("a damaged backup is refused before anything is touched", async () => {
  const { data, to } = await world();
  await backup(to, data);
  writeFileSync(path.join(to, "files/ab/cd"), "CONTENT");

  const { code, said } = await restore(to, folder(), await emptyDatabase());

  expect(said).toContain("The backup is damaged");
  expect(code).toBe(1);
}, 60_000);

test("a backup never lands on people who are already there, nor over an earlier backup", async () => {
  const { data, to } = await world();
  await backup(to, data);

  expect(await restore(to, folder(), process.env.DATABASE_URL ?? "")).toMatchObject({ code: 1, said: expect.stringContaining("The database is not empty") });
  expect(await backup(to, data)).toMatchObject({ code: 1, said: expect.stringContaining("is not empty") });
  expect(await restore(folder(), folder(), process.env.DATABASE_URL ?? "")).toMatchObject({ code: 1, said: expect.stringContaining("no finished backup") });
}, 60_000);
