import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const vocabulary = ["schema.ts", "policy.ts", "rules.ts", "queries.ts", "commands.ts", "actions.ts", "events.ts", "jobs.ts"];
const sources = (dir: string) =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: "utf8" })
        .map((file) => `${dir}/${file}`)
        .filter((file) => /\.tsx?$/.test(file))
    : [];
const text = (file: string) => readFileSync(file, "utf8");
const features = sources("lib").filter((file) => !/^lib\/(platform|generated|cli)\//.test(file));
const ours = ["app", "components", "lib"].flatMap(sources).filter((file) => !file.startsWith("lib/generated/"));

test.each(features)("%s has a name from the house vocabulary", (file) => {
  expect(vocabulary).toContain(basename(file));
  expect(file.split("/").length, "lib/<feature>/[<part>/[<part>/]]<name>.ts").toBeLessThanOrEqual(5);
});

test.each(ours.filter((file) => /^["']use server["']/m.test(text(file))))("%s may face the network: it only lends commands to forms", (file) => {
  expect(basename(file)).toBe("actions.ts");
  const lenders = [...text(file).matchAll(/^import \{ ([^}]*) \} from "@\/lib\/platform\/[^"]*";/gm)].flatMap(([, names]) => names?.split(", ") ?? []);
  for (const line of text(file).match(/^export .*/gm) ?? []) expect(lenders).toContain(/^export const \w+Action = (\w+)\(/.exec(line)?.[1] ?? line);
});

test.each(ours)("%s is not a shelf for things without a place", (file) => {
  expect(file).not.toMatch(/(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.tsx?$)/);
  if (/\/index\.tsx?$/.test(file)) expect(text(file), "an index that only passes on is a barrel").not.toMatch(/^export \* from/m);
});

test.each(features.filter((file) => /\/(queries|commands|events|jobs)\.ts$/.test(file)))("%s never reaches a browser", (file) => {
  expect(text(file)).toMatch(/^import "server-only";/m);
});
