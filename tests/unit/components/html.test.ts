import fc from "fast-check";
import { expect, test } from "vitest";
import { html, trusted } from "@/components/ui/html";

const unescaped = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

test("whatever is put into it stays text: it opens no tag, closes no attribute, and is whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "`", "=", " ", "script", "onload", "&lt;", "å") }), (said) => {
      const { text } = html`<a title="${said}">${said}</a>`;
      const [, attribute = "", content = ""] = /^<a title="([^"]*)">([^<]*)<\/a>$/.exec(text) ?? [];
      expect(unescaped(attribute)).toBe(said);
      expect(unescaped(content)).toBe(said);
    }),
  );
});

test("pieces of its own stay what they are, lists stand one after the other, nothing leaves no trace", () => {
  const items = ["a & b", "c"].map((one) => html`<li>${one}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}${trusted("<hr>")}`.text).toBe("<ul><li>a &amp; b</li><li>c</li></ul>0<hr>");
});

test("what only looks like such a piece is text", () => {
  const forged = JSON.parse('[{"text":"<script>"}]') as string[];
  expect(() => html`${forged}`.text).toThrow();
});
