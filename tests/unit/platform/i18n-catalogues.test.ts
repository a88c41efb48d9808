import { globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/platform/i18n/locale";
import { namespaces } from "@/lib/platform/i18n/messages";
import { dynamicKeys } from "./i18n-dynamic-keys";

const root = "lib/platform/i18n/messages";
type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, before = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)));
const catalogue = (locale: string, namespace: string) => new Map(flat(JSON.parse(readFileSync(`${root}/${locale}/${namespace}.json`, "utf8")) as Tree));
const filesOf = (locale: string) => readdirSync(`${root}/${locale}`).map((file) => file.replace(/\.json$/, "")).sort();
const listed = Object.keys(namespaces);

/** Everything that a message asks of whoever fills it in, and how: "count:plural", "name", "b:tag". */
const asked = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((one) => {
    if (one.type === TYPE.plural || one.type === TYPE.select)
      return [`${one.value}:${one.type === TYPE.plural ? "plural" : "select"}`, ...Object.values(one.options).flatMap((option) => asked(option.value))];
    if (one.type === TYPE.tag) return [`${one.value}:tag`, ...asked(one.children)];
    if (one.type === TYPE.literal || one.type === TYPE.pound) return [];
    return [`${one.value}:${TYPE[one.type]}`];
  });
const demands = (text: string) => [...new Set(asked(parse(text)))].sort();

const plurals = (elements: MessageFormatElement[]): Extract<MessageFormatElement, { type: TYPE.plural }>[] =>
  elements.flatMap((one) => {
    if (one.type === TYPE.tag) return plurals(one.children);
    if (one.type !== TYPE.plural && one.type !== TYPE.select) return [];
    const inner = Object.values(one.options).flatMap((option) => plurals(option.value));
    return one.type === TYPE.plural ? [one, ...inner] : inner;
  });

/** The forms that whole numbers people meet need; Spanish has one more, for round millions. */
const needed = (locale: string) => new Set(Array.from({ length: 200 }, (_, n) => new Intl.PluralRules(locale).select(n)));

describe.each(locales)("in %s", (locale) => {
  test("every namespace of the list has its file, and no file is left out of the list", () => {
    expect(filesOf(locale)).toEqual([...listed].sort());
  });

  test.each(listed)("%s has the keys of English, none missing and none of its own", (namespace) => {
    expect([...catalogue(locale, namespace).keys()].sort()).toEqual([...catalogue("en", namespace).keys()].sort());
  });

  test.each(listed)("%s says every message, in valid form, with the placeholders of English", (namespace) => {
    const english = catalogue("en", namespace);
    for (const [key, text] of catalogue(locale, namespace)) {
      expect(text.trim(), key).not.toBe("");
      expect(demands(text), `${namespace}.${key}`).toEqual(demands(english.get(key) ?? ""));
    }
  });

  test.each(locale === "en" ? [] : listed)("%s is no copy of English", (namespace) => {
    const english = catalogue("en", namespace);
    const isSentence = (text: string) => (text.replace(/\{[^{}]*\}/g, "").match(/\p{L}+/gu) ?? []).length > 3;
    expect([...catalogue(locale, namespace)].filter(([key, text]) => isSentence(text) && text === english.get(key)).map(([key]) => key)).toEqual([]);
  });

  test.each(listed)("%s has the plural forms of the language, and no others", (namespace) => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[];
    for (const [key, text] of catalogue(locale, namespace))
      for (const { options, pluralType } of plurals(parse(text)).filter((one) => one.pluralType !== "ordinal")) {
        const forms = Object.keys(options);
        expect(forms.filter((form) => !form.startsWith("=") && !known.includes(form)), `${namespace}.${key} ${pluralType}`).toEqual([]);
        expect([...needed(locale)].filter((form) => !forms.includes(form) && !(form === "one" && forms.includes("=1") && locale === "en")), `${namespace}.${key}`).toEqual([]);
      }
  });
});

const sources = globSync("{app,components,lib}/**/*.{ts,tsx}")
  .filter((file) => !file.startsWith("lib/generated/") && !file.startsWith(root))
  .map((file) => {
    const text = readFileSync(file, "utf8");
    const given = path.join(path.dirname(file), "printing.ts"); // what is written as text is given its words, by the file of that name beside it
    return text.includes('from "./printing"') ? text + readFileSync(given, "utf8") : text;
  });

/** What the sources that speak of a namespace say: whole strings, and the beginnings of templates. */
const saidOf = (namespace: string) => {
  const mine = sources.filter((text) => new RegExp(`["'\`]${namespace}["'.\`]`).test(text));
  const strings = new Set(mine.flatMap((text) => [...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, said]) => said)));
  const beginnings = mine.flatMap((text) => [...text.matchAll(/`([\w-][\w.-]*)\$\{/g)].map(([, said]) => said ?? ""));
  return { strings, beginnings };
};

test.each(listed)("%s holds no key that nothing says", (namespace) => {
  const { strings, beginnings } = saidOf(namespace);
  const used = (key: string) => {
    if (dynamicKeys.some((prefix) => `${namespace}.${key}`.startsWith(prefix))) return true;
    const parts = key.split(".");
    const readings = parts.map((_, from) => ({ scope: [namespace, ...parts.slice(0, from)].join("."), rest: parts.slice(from).join(".") }));
    return readings.some(({ scope, rest }) => strings.has(scope) && (strings.has(rest) || beginnings.some((start) => rest.startsWith(start))));
  };
  expect([...catalogue("en", namespace).keys()].filter((key) => !used(key))).toEqual([]);
});
