import { expect, test } from "vitest";
import { parse } from "yaml";
import { readdirSync, readFileSync } from "node:fs";
import { advise, type Topic } from "@/lib/communities/clarity/rules";

const clear: Topic = {
  name: "Digital help at the desk",
  domain: "People come to the desk with phones and forms they cannot manage alone, and the help depends on who stands there.",
  inScope: "Everything with a screen that a visitor brings.",
  outOfScope: "Staff computers go to the help desk.",
  sampleQuestions: ["What do you check first?", "How long do you stay?", "What do you never touch?"],
};
const says = (change: Partial<Topic>) => advise({ ...clear, ...change }).map(({ what }) => what);

test("a clear topic is left alone", () => {
  expect(advise(clear)).toEqual([]);
});

test.each(["Knowledge sharing", "Innovation", "Management of change", "Gestión del conocimiento", "Lärande och utveckling", "Zarządzanie wiedzą", "Управление знаниями", "Обмен знаниями"])(
  "“%s” is too general a name",
  (name) => {
    expect(says({ name })).toEqual(["general-name"]);
  },
);

test.each(["Knowledge of soils", "Reading groups for children", "Workshops", "Wiedza o glebie", "Обучение водителей автобусов", "Kvalitet i bokbussen"])("“%s” is not", (name) => {
  expect(says({ name })).toEqual([]);
});

test("the words that make a name general are named", () => {
  expect(advise({ ...clear, name: "Our Knowledge, and Innovation!" })).toEqual([{ what: "general-name", words: ["knowledge", "innovation"] }]);
});

test("phrases that leave nothing out are pointed out, wherever they stand", () => {
  expect(advise({ ...clear, inScope: "Phones, forms, etc." })).toEqual([{ what: "catch-all", words: ["etc"] }]);
  expect(says({ domain: "Всё о книгах, журналах и так далее, для всех сотрудников." })).toEqual(["catch-all"]);
});

test("what is missing is asked for in the order of the form", () => {
  expect(advise({ name: "Soil", domain: "All about soil", inScope: " ", outOfScope: "", sampleQuestions: ["One?", " "] })).toEqual([
    { what: "short-domain" },
    { what: "no-in-scope" },
    { what: "no-out-of-scope" },
    { what: "few-questions", missing: 2 },
  ]);
});

test("an empty sentence is the form's own matter: it is required", () => {
  expect(says({ domain: "" })).toEqual([]);
});

const demo = readdirSync("prisma/demo/communities").map((file) => parse(readFileSync(`prisma/demo/communities/${file}`, "utf8")) as Record<string, string> & { sampleQuestions: string[] });
test.each(demo)("the demo's $name would hear no advice", ({ name = "", issue = "", inScope = "", outOfScope = "", sampleQuestions }) => {
  expect(advise({ name, domain: issue, inScope, outOfScope, sampleQuestions })).toEqual([]);
});
