import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ImportFileError, type Place, type Row, rows } from "@/lib/cli/import/stackexchange/parse";

const dir = mkdtempSync(join(tmpdir(), "stepwell-parse-"));
afterAll(() => rmSync(dir, { recursive: true }));

const head = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!DOCTYPE posts SYSTEM 'posts.dtd'>\r\n<posts>\r\n";
const row = (id: number, body = "text") => `  <row Id="${id}" CreationDate="2020-01-02T03:04:05.678" Body="${body}" />\r\n`;
const written = (content: string | Buffer, name = "Posts.xml") => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const all = async (path: string, from?: Place) => {
  const out: Row[] = [];
  for await (const one of rows(path, { from })) out.push(one);
  return out;
};
/** The rows that came before the file turned out to be broken, and why it is. */
const until = async (path: string) => {
  const out: Row[] = [];
  try {
    for await (const one of rows(path)) out.push(one);
  } catch (error) {
    expect(error).toBeInstanceOf(ImportFileError);
    return { ids: out.map((one) => one.attributes?.Id), message: (error as Error).message };
  }
  throw new Error("the file was read to its end");
};

test("a file with BOM and DOCTYPE gives its rows, with line and text", async () => {
  const out = await all(written(`${head}${row(1, "&lt;p&gt;Źródło &amp;amp; 😀&#xA;&lt;/p&gt;")}${row(2)}</posts>\r\n`));
  expect(out.map(({ line, attributes }) => [line, attributes?.Id, attributes?.Body])).toEqual([[4, "1", "<p>Źródło &amp; 😀\n</p>"], [5, "2", "text"]]);
});

test("a row that is written with two tags is a row too", async () => {
  expect(await all(written(`<posts><row Id="1" CreationDate="2020-01-01T00:00:00.000"></row></posts>`))).toHaveLength(1);
});

test("a row that cannot be taken is named with its line and reason, and reading goes on", async () => {
  const broken = [`<row CreationDate="2020-01-01T00:00:00" />`, `<row Id="x1" CreationDate="2020-01-01T00:00:00" />`, `<row Id="7" />`, `<row Id="8" CreationDate="yesterday" />`, `<row Id="9" CreationDate="2020-01-01T00:00:00" LastEditDate="2020-13-01T00:00:00" />`];
  const out = await all(written(`${head}${row(1)}${broken.join("\n")}\n${row(2)}</posts>`));
  expect(out.map(({ line, attributes, problem }) => [line, attributes?.Id ?? problem])).toEqual([
    [4, "1"], [5, "no Id"], [6, "Id is not a number: x1"], [7, "no CreationDate"], [8, "CreationDate is not a date: yesterday"], [9, "LastEditDate is not a date: 2020-13-01T00:00:00"], [10, "2"],
  ]);
});

test.each([
  ["an attribute without its end", `${head}${row(1)}${row(2)}  <row Id="3 />\n</posts>`, 6],
  ["an end that is missing", `${head}${row(1)}${row(2)}`, 6],
  ["a tag of another element", `${head}${row(1)}${row(2)}</users>`, 6],
  ["a bare ampersand", `${head}${row(1)}${row(2)}${row(3, "a & b")}</posts>`, 6],
  ["an unknown entity", `${head}${row(1)}${row(2)}${row(3, "&boom;")}</posts>`, 6],
  ["an attribute twice", `${head}${row(1)}${row(2)}<row Id="1" Id="2" />${row(9)}</posts>`, 6],
  ["bytes that are no UTF-8", Buffer.concat([Buffer.from(`${head}${row(1, "\uFFFD")}${row(2)}<row Body="`), Buffer.from([0xe9]), Buffer.from(`" />\n${row(9)}</posts>`)]), 6],
])("%s stops with file and line, after the rows before it", async (_, content, line) => {
  const { ids, message } = await until(written(content));
  expect(ids).toEqual(["1", "2"]);
  expect(message).toMatch(new RegExp(`^Posts\\.xml, line ${line}: \\S`));
});

test.each([["an empty file", ""], ["a table", "id,name\n1,x"], ["another encoding", Buffer.from(`<posts>${row(1)}</posts>`, "utf16le")]])("%s is no dump", async (_, content) => {
  expect((await until(written(content))).message).toMatch(/^Posts\.xml, line [12]: /);
});

test("entities that would grow to gigabytes are not expanded", async () => {
  const { message } = await until(written(`<!DOCTYPE posts [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><posts><row Id="1" CreationDate="2020-01-01T00:00:00" Body="&b;" /></posts>`));
  expect(message).toContain("line 1");
});

test("from every place reading goes on as if it had not stopped", async () => {
  const bodies = ["a", "Źródło", "😀".repeat(5000), "é".repeat(40_000), "x\r\ny", "\uFFFD", "я".repeat(70_000), "b"];
  const path = written(`${head}${bodies.map((body, i) => row(i + 1, body)).join("")}${row(99).trim()}<row />${row(100)}</posts>`);
  const whole = await all(path);
  expect(whole).toHaveLength(11);
  const short = (some: Row[]) => some.map(({ line, byte, attributes, problem }) => [line, byte, attributes?.Id, attributes?.Body?.length, problem]);
  for (const [at, { line, byte }] of whole.entries()) expect(short(await all(path, { line, byte }))).toEqual(short(whole.slice(at + 1)));
});

test("wherever a piece of the file ends, in a letter, a line break or an entity, nothing is lost", async () => {
  const seam = '😀"\r\n é&amp;';
  for (let shift = 0; shift < 60; shift++) {
    const first = row(1, "x").replace('"x"', `"${"x".repeat(65_536 - 50 - shift)}${seam.replace('"', "&quot;")}"`);
    const whole = await all(written(`<posts>\r\n${first}\r\n${row(2, "é")}</posts>`));
    expect(whole.map(({ line, attributes }) => [line, attributes?.Id, attributes?.Body?.replace(/^x+/, "")])).toEqual([[3, "1", '😀"  é&'], [5, "2", "é"]]);
    for (const [at, { line, byte }] of whole.entries()) expect((await all(join(dir, "Posts.xml"), { line, byte })).map((one) => [one.line, one.byte])).toEqual(whole.slice(at + 1).map((one) => [one.line, one.byte]));
  }
});

test("the file is read no faster than its rows are taken, and closed when nobody wants more", async () => {
  const path = written(`${head}${Array.from({ length: 20_000 }, (_, i) => row(i, "x".repeat(500))).join("")}</posts>`);
  const size = (await open(path).then(async (file) => [await file.stat(), await file.close()] as const))[0].size;
  expect(size).toBeGreaterThan(10_000_000);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const reading = rows(path);
  for (let i = 0; i < 10; i++) await reading.next();
  await new Promise((go) => setTimeout(go, 50));
  expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
  await reading.return();
  expect((await reading.next()).done).toBe(true);
});
