import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { remake } from "@/lib/search/jobs";
import { titles, world } from "./world";

test("rows that were made by older rules are made again, and then nothing is left to make", async () => {
  const { reader } = await world([{ title: "Spotkania", text: "Rozmowa o bibliotece i wspólnocie.", language: "pl" }]);
  expect(await titles(reader, "biblioteka")).toEqual(["Spotkania"]);
  await db.$executeRaw`UPDATE "SearchDocument" SET made = 0, tsv = '', head = '' WHERE language = 'pl'`;
  expect(await titles(reader, "biblioteka")).toEqual([]);
  expect(await remake()).toBe(1);
  expect(await titles(reader, "biblioteka")).toEqual(["Spotkania"]);
  expect(await remake()).toBe(0);
});
