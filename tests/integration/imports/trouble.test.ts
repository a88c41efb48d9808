import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { checkCounters } from "../../support/counters";
import { writeDump } from "../../support/dump";
import { answer, dump, question, runImport } from "../../support/import";

test("A row that cannot be taken is named with its line and its reason, the rest goes in, and the exit code is 1", async () => {
  const posts = [
    question(1),
    question(2, { CreationDate: "yesterday" }),
    question(3, { Title: undefined }),
    question(4, { Id: undefined }),
    answer(5, 99),
    answer(6, 1, { Score: "99999999999" }),
    question(7, { CreationDate: "2999-01-01T00:00:00.000" }),
    answer(8, 1),
  ];
  const { code, said } = await runImport(dump({ posts }), "--create");
  expect(code).toBe(1);
  expect(said[1]).toBe("Created: 1 question, 1 answer, 0 accepted answers, 2 authors");
  expect(said.slice(4, 11)).toEqual([
    "Failed: 6 rows",
    "  Posts.xml, line 5: CreationDate is not a date: yesterday",
    "  Posts.xml, line 6, post 3: question without a title",
    "  Posts.xml, line 7: no Id",
    "  Posts.xml, line 10, post 7: its date lies in the future",
    "  Posts.xml, line 8, post 5: its question 99 was not imported",
    expect.stringMatching(/^ {2}Posts\.xml, line 9, post 6: votes/),
  ]);
  expect(await checkCounters()).toEqual({});
});

test("Malformed XML stops the import with file and line before anything is written", async () => {
  const folder = dump({ posts: [question(1), answer(2, 1)] });
  const file = path.join(folder, "Posts.xml");
  writeFileSync(file, readFileSync(file, "utf8").replace('OwnerUserId="8"', "OwnerUserId=8"));
  await expect(runImport(folder, "--create")).rejects.toThrow(/Posts\.xml, line 5: /);
  writeFileSync(path.join(dump({ posts: [question(1)] }, folder), "Users.xml"), '<users>\n  <row Id="7"\n');
  await expect(runImport(folder, "--create")).rejects.toThrow(/Users\.xml, line \d: /);
  expect([await db.community.count(), await db.discussion.count(), await db.importedRecord.count()]).toEqual([0, 0, 0]);
});

test("A folder that is no dump, and options that make no sense, are each answered with a sentence", async () => {
  const empty = mkdtempSync(path.join(tmpdir(), "stepwell-dump-"));
  await expect(runImport(empty)).rejects.toThrow(`There is no Posts.xml in ${empty}.`);
  await expect(runImport(dump({ posts: [] }), "--create")).rejects.toThrow("There is no question in");
  await expect(runImport(dump({ posts: [question(1)] }), "--source", "pumps")).rejects.toThrow("--source must be the address of the site");
  await expect(runImport(dump({ posts: [question(1)] }), "--sources", "x")).rejects.toThrow("npm run import -- stackexchange DIR");
});

/** The command in a process of its own, so that it can be killed. */
const start = (folder: string) => {
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "lib/cli/import/main.ts", "stackexchange", folder, "--community", "pumps", "--create"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const out of [child.stdout, child.stderr]) out.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, said: () => said };
};

const standing = async () => {
  const [run] = await db.importRun.findMany();
  return { phase: (run?.counts as { phase?: string } | undefined)?.phase ?? "", line: run?.line ?? 0 };
};

test("An import that is killed leaves everything consistent, and goes on where it was", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwell-dump-"));
  await writeDump(folder, { posts: 1500, people: 60, length: 300 });
  for (const phase of ["questions", "answers"]) {
    const { child, ended, said } = start(folder);
    for (let at = await standing(); at.phase !== phase || at.line === 0; at = await standing()) {
      if (child.exitCode !== null) throw new Error(`it ended before it could be killed: ${said()}`);
      await sleep(20);
    }
    child.kill("SIGKILL");
    await ended;
    expect(await checkCounters()).toEqual({});
    expect((await db.importRun.findFirstOrThrow()).finishedAt).toBeNull();
  }
  const stopped = await standing();
  const there = (await db.discussion.count()) + (await db.reply.count());
  expect(there).toBeGreaterThanOrEqual(700);
  expect(there).toBeLessThan(1500);

  const { ended, said } = start(folder);
  expect(await ended).toBe(0);
  expect(said()).toContain(`Went on from line ${stopped.line}`);
  expect(said()).toContain("500 questions, 1,000 answers, 250 accepted, 0 skipped");
  expect(said()).toContain("Created: 500 questions, 1,000 answers, 250 accepted answers, 60 authors");
  expect([await db.discussion.count(), await db.reply.count(), await db.discussion.count({ where: { acceptedReplyId: { not: null } } })]).toEqual([500, 1000, 250]);
  expect(await db.importedRecord.count()).toBe(500 + 1000 + 250 + 60);
  expect(await db.searchDocument.count()).toBe(1 + 500 + 1000);
  expect(await checkCounters()).toEqual({});
});

test("A file that has changed since it was killed is read from its beginning", async () => {
  const folder = dump({ posts: [question(1), answer(2, 1)] });
  await runImport(folder, "--create");
  await db.importRun.updateMany({ data: { finishedAt: null, line: 5, counts: { phase: "answers", place: { line: 5, byte: 900 } } } });
  appendFileSync(path.join(folder, "Posts.xml"), "\n");
  const { said } = await runImport(folder);
  expect(said).toContain("Already there: 1 question, 1 answer");
});
