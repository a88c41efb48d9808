import { createElement as h } from "react";
import { expect, test } from "vitest";
import { Input, RadioGroup } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { render } from "./render";

const field = (props: Partial<Parameters<typeof Field>[0]> = {}) => h(Field, { name: "title", label: "Title", children: (control) => h(Input, control), ...props });

test("a field's label belongs to its control", async () => {
  const html = await render(field());
  expect(html).toContain('<label for="field-title">');
  expect(html).toMatch(/<input id="field-title" [^>]*name="title"/);
});

test("hint and error are heard with the control, in the order in which they are seen", async () => {
  const html = await render(field({ hint: "Short", error: "Too long" }));
  expect(html).toContain('aria-describedby="field-title-hint field-title-error" aria-invalid="true"');
  expect(html.indexOf('id="field-title-hint"')).toBeLessThan(html.indexOf('id="field-title-error"'));
});

test("a field without a fault says nothing of faults", async () => {
  const html = await render(field());
  expect(html).not.toContain("aria-invalid");
  expect(html).not.toContain("aria-describedby");
});

test("a field is needed unless it says otherwise, and says so in the reader's language", async () => {
  expect(await render(field())).toContain("required");
  const optional = await render(field({ optional: true }), "ru");
  expect(optional).not.toContain("required");
  expect(optional).toContain("(необязательно)");
});

test("the answers of one question are a group with the question as its name", async () => {
  const choices = [{ value: "open", label: "Everyone" }, { value: "private", label: "Private" }];
  const html = await render(h(RadioGroup, { name: "entry", legend: "Who may join", choices, chosen: "private", error: "Choose one" }));
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="[^"]+-error"[^>]*><legend>Who may join<\/legend>/);
  expect(html).toMatch(/<input type="radio" [^>]*checked=""[^>]*value="private"|<input type="radio" [^>]*value="private"[^>]*checked=""/);
});
