import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { checkCounters } from "../../support/counters";
import { runImport } from "../../support/import";

const folder = "../shared/data/discussions-stackexchange";
const present = existsSync(folder);
if (!present) console.log(`skipped: ${folder} is not there`);

const imported = ["--create", "--source", "https://music.meta.stackexchange.com"];

test.skipIf(!present)("The real dump comes in whole, and a second time nothing of it is new", { timeout: 300_000 }, async () => {
  const first = await runImport(folder, ...imported);
  expect(first).toMatchObject({ code: 0, said: expect.arrayContaining(["708 questions, 1,223 answers, 259 accepted, 6 skipped (3 tag wiki, 3 tag wiki excerpt)"]) });
  expect(first.said).toContain("Created: 708 questions, 1,223 answers, 259 accepted answers, 366 authors");
  expect(await checkCounters()).toEqual({});
  expect(await db.discussion.count({ where: { acceptedReplyId: { not: null } } })).toBe(259);
  expect(await db.discussion.aggregate({ _sum: { replyCount: true } })).toEqual({ _sum: { replyCount: 1223 } });
  expect(await db.discussion.groupBy({ by: ["language"] })).toEqual([{ language: "en" }]);
  const texts = [...(await db.discussion.findMany({ select: { html: true } })), ...(await db.reply.findMany({ select: { html: true } }))];
  expect(texts.filter(({ html }) => /<(script|iframe|img|style|form)|\son\w+=|javascript:/i.test(html.replace(/<pre>[\s\S]*?<\/pre>/g, "")))).toEqual([]);

  const second = await runImport(folder, ...imported);
  expect(second.said.slice(1, 4)).toEqual(["Created: 0 questions, 0 answers, 0 accepted answers, 0 authors", "Updated: 0 questions, 0 answers", "Already there: 708 questions, 1,223 answers"]);
});
