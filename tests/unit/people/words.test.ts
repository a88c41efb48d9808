import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { audited } from "@/lib/people/audit/rules";
import { locales } from "@/lib/platform/i18n/locale";

const sources = globSync("lib/people/**/*.ts").map((file) => ({ file, text: readFileSync(file, "utf8") }));
const catalogue = (locale: string, name: string) => JSON.parse(readFileSync(`lib/platform/i18n/messages/${locale}/${name}.json`, "utf8")) as Record<"refused" | "fields", Record<string, string>>;
const all = (pattern: RegExp, of = sources) => [...new Set(of.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, found]) => found ?? "")))].sort();

const reasons = all(/refuse\("([\w-]+)"/g);
/** What is said of a field: by a command beside `invalid`, by a schema as the message of a check, by an import of a row. */
const codes = [
  ...new Set([
    ...all(/refuse\("invalid", \{[^}]*?\["([\w-]+)"/g),
    ...all(/(?:max\([^()]*|min\([^()]*|regex\([^\n]*|email\(|date\(|enum\([^()]*|refine\([^\n]*?, )"([a-z][\w-]*)"\)/g, sources.filter(({ file }) => file.endsWith("schema.ts"))),
    ...all(/why: "([\w-]+)"/g),
    ...all(/return "([\w-]+)"/g, sources.filter(({ file }) => file.endsWith("imports/rules.ts"))),
    ...all(/refuse\("(password-[\w-]+)"/g, [{ file: "", text: readFileSync("lib/platform/password.ts", "utf8") }]),
  ]),
];

test("the sources say what they refuse, and this test finds it", () => {
  expect(reasons).toEqual(expect.arrayContaining(["invalid", "last-administrator", "erased-already", "invitation-unknown"]));
  expect(codes).toEqual(expect.arrayContaining(["handle-taken", "email", "day", "category", "under-itself", "row-broken", "not-yours", "file-too-large", "password-common", "too-long", "time-zone"]));
});

test.each(locales)("in %s every refusal of people has words, and every word on a field", (locale) => {
  const [own, kit] = [catalogue(locale, "account"), catalogue(locale, "errors")];
  expect(reasons.filter((why) => !own.refused[why] && !kit.refused[why])).toEqual([]);
  expect(codes.filter((code) => !own.fields[code] && !kit.fields[code])).toEqual([]);
});

/** What people do with what is theirs alone is no administration. */
const unaudited = ["absence.added", "absence.ended", "profile.edited", "session.ended", "session.opened", "session.others-ended"];

test("every event of people is told by the audit, or is nobody's business", () => {
  const events = all(/(?:event: |recordAll\(tx, )"([\w.-]+)"/g);
  expect(events.length).toBeGreaterThan(25);
  expect(events.filter((name) => !(audited as readonly string[]).includes(name)).sort()).toEqual(unaudited);
});
