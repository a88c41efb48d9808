import fc from "fast-check";
import { createElement as make, Fragment, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Still } from "@/components/ui/still";

const still = (node: ReactNode) => Still({ children: node }) as ReactElement<{ dangerouslySetInnerHTML?: { __html: string } }>;
const inner = (node: ReactNode) => still(node).props.dangerouslySetInnerHTML?.__html;

const Name = ({ of }: { of: string }) => make("b", { lang: "pl" }, of);

test("elements and components of the server become the HTML that React would have made", () => {
  const node = make("ul", { className: "rows" }, [1, 2].map((n) => make("li", { key: n, tabIndex: n, "aria-hidden": false }, n, " ", make(Name, { of: "<Zażółć & \"gęś\">" }), n > 1 && make(Fragment, null, "!", null))));
  expect(inner(node)).toBe("<li tabindex=\"1\" aria-hidden=\"false\">1 <b lang=\"pl\">&lt;Zażółć &amp; &quot;gęś&quot;&gt;</b></li><li tabindex=\"2\" aria-hidden=\"false\">2 <b lang=\"pl\">&lt;Zażółć &amp; &quot;gęś&quot;&gt;</b>!</li>");
  expect(renderToStaticMarkup(still(node))).toBe(renderToStaticMarkup(node).replaceAll("tabIndex", "tabindex"));
});

test("whatever is said in it, a tree reads the same as React's", () => {
  const names = fc.constantFrom("p", "span", "a", "li", "time");
  const props = fc.record({ title: fc.string({ unit: "binary" }), lang: fc.string(), href: fc.webUrl(), hidden: fc.boolean(), "data-x": fc.oneof(fc.string(), fc.boolean(), fc.integer()) }, { requiredKeys: [] });
  const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.string({ unit: "binary" }), fc.integer(), fc.constant(null), fc.boolean(), fc.tuple(names, props, fc.array(tie("tree"), { maxLength: 4 })).map(([name, said, children]) => make(name, said, ...children))),
  }));
  const plain = (html: string) => html.replaceAll("&#x27;", "'");
  fc.assert(fc.property(tree, (node) => {
    const whole = make("div", null, make("i"), node);
    expect(plain(renderToStaticMarkup(still(whole)))).toBe(plain(renderToStaticMarkup(whole)));
  }), { numRuns: 300 });
});

const Later = async () => make("p");
const Browser = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
const moves: [string, ReactNode][] = [
  ["a component that waits", make(Later as never)],
  ["a component of the browser", make(Browser)],
  ["a form with an action of ours", make("form", { action: () => undefined })],
  ["a field that somebody may be typing in", make("input", { name: "q" })],
  ["what somebody has opened", make("details", null, make("summary"))],
  ["a leaf that opens over the page", make("div", { popover: "auto" })],
  ["an address that runs", make("a", { href: "java\nscript:alert(1)" })],
  ["what goes to the head", make("title", null, "x")],
];

test.each(moves)("%s stays React's own, and what stands beside it becomes HTML all the same", (_, node) => {
  const made = still(make("section", null, make("p", { id: "beside" }, make("b", null, "still")), node)) as ReactElement<{ children: ReactElement<Record<string, unknown>>[] }>;
  const [beside, moving] = made.props.children;
  expect(beside?.key).toBeNull();
  expect(beside?.props).toEqual({ id: "beside", dangerouslySetInnerHTML: { __html: "<b>still</b>" } });
  expect(moving?.type).toBe((node as ReactElement).type);
});

test("what somebody has opened holds HTML", () => {
  expect(inner(make("details", null, make("summary", null, "More")))).toBe("<summary>More</summary>");
});

test("what a form with an action holds is HTML too", () => {
  const form = make("form", { action: () => undefined }, make("button", { name: "id", value: "7" }, make("b", null, "Go")));
  expect(inner(form)).toBe("<button name=\"id\" value=\"7\"><b>Go</b></button>");
});

test("a text in which only its first line is empty keeps it", () => {
  expect(inner(make("div", null, make("pre", null, "\nx")))).toBe("<pre>\n\nx</pre>");
});
