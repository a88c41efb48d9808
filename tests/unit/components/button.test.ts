import { createElement as h } from "react";
import { expect, test } from "vitest";
import { Button } from "@/components/ui/button";
import { render } from "./render";

test("a button does nothing by accident: it sends a form only when it is told to", async () => {
  expect(await render(h(Button, { children: "Add" }))).toContain('type="button"');
  expect(await render(h(Button, { type: "submit", children: "Save" }))).toContain('type="submit"');
});

test("a busy button keeps its label, says that it works, and sends nothing twice", async () => {
  const html = await render(h(Button, { type: "submit", busy: true, children: "Save" }));
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('type="button"');
  expect(html).toContain("Save");
});

test("a button that cannot be pressed stays in reach and says why", async () => {
  const html = await render(h(Button, { because: "A name is missing", children: "Found it" }));
  expect(html).toContain('aria-disabled="true"');
  expect(html).not.toContain(" disabled");
  expect(html).toContain("A name is missing</span>");
});
