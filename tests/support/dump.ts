import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { once } from "node:events";

const escaped = (text: string) => text.replace(/[<>&"\n]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[sign] ?? "&#xA;");

/** A row of a dump, as Stack Exchange writes it. */
export const row = (attributes: Record<string, string | number | undefined>) =>
  `  <row ${Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escaped(String(value))}"`])).join(" ")} />`;

/** A whole file of rows. */
export const file = (root: string, rows: string[]) => `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE ${root} SYSTEM '${root}.dtd'>\n<${root}>\n${rows.join("\n")}\n</${root}>\n`;

/** Numbers that look random and are the same every time. */
const dice = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

/**
 * Writes a dump of any size without holding it: every third post is a question, the others answer one of those before it,
 * and every second question accepts its first answer. Bodies are of about `length` characters.
 */
export const writeDump = async (folder: string, { posts, people = 100, length = 1200 }: { posts: number; people?: number; length?: number }) => {
  mkdirSync(folder, { recursive: true });
  const random = dice(7);
  const words = Array.from({ length: 4000 }, () => Array.from({ length: 3 + Math.floor(random() * 6) }, () => "bcdfghklmnprstvwaeiou"[Math.floor(random() * 21)]).join(""));
  const some = (count: number) => Array.from({ length: count }, () => words[Math.floor(random() ** 2 * words.length)]).join(" ");
  const write = async (name: string, root: string, rows: Iterable<string>) => {
    const out = createWriteStream(path.join(folder, name));
    out.write(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n`);
    for (const line of rows) if (!out.write(`${line}\n`)) await once(out, "drain");
    out.end(`</${root}>\n`);
    await once(out, "finish");
  };
  const day = (at: number) => new Date(Date.UTC(2012, 0, 1) + at * 60_000).toISOString().slice(0, 23);
  const all = function* () {
    for (let id = 1; id <= posts; id++) {
      const asks = id % 3 === 1;
      const about = `<p>Is it that ${some(length / 14)}?</p>\n<pre><code>${some(8)}</code></pre>\n<p>And the ${some(length / 14)}.</p>`;
      const both = { Id: id, PostTypeId: asks ? 1 : 2, CreationDate: day(id), Score: Math.floor(random() * 20) - 3, Body: about, OwnerUserId: 1 + Math.floor(random() * people) };
      yield asks ? row({ ...both, AcceptedAnswerId: id % 2 && id < posts ? id + 1 : undefined, Title: `How do we ${some(6)}?`, Tags: `<${words[id % 50]}><tag-${id % 7}>` }) : row({ ...both, ParentId: id - ((id - 1) % 3) });
    }
  };
  const everyone = function* () {
    for (let id = 1; id <= people; id++) yield row({ Id: id, CreationDate: day(0), DisplayName: `${words[id % words.length]} ${words[(id * 7) % words.length]}` });
  };
  await write("Posts.xml", "posts", all());
  await write("Users.xml", "users", everyone());
};
