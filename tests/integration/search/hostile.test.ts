import { expect, test } from "vitest";
import { search } from "@/lib/search/queries";
import { similarDiscussions } from "@/lib/search/similar/queries";
import { world } from "./world";

const cases = {
  nothing: "", blanks: "   ", nul: "pump\u0000seal", "20,000 or": "or ".repeat(20_000), "20,000 words": "pump ".repeat(20_000), quotes: '"'.repeat(199), "an open quote": '"pump seal', backslashes: "\\".repeat(200),
  operators: "!pump & (seal | <-> :*", "a cast": "'pump'::tsquery", "an escape": "E'\\x00'", emoji: "🦆🦆🦆", "half an emoji": "pump \ud83e", percent: "%_%\\_", json: '"}]]', "a minus": "- -- --- -pump", "a long word": "a".repeat(5_000),
  "nothing but stops": "the of and or", entities: "&lt;script&gt;", tag: "<script>alert(1)</script>", rtl: "\u202epmup", "a control mark": "\u0002pump\u0003", accents: "e\u0301".repeat(300),
};

test.each(Object.entries(cases))("%s is answered, quickly and without an error", async (_name, q) => {
  const { reader } = await world([{ title: "A pump", text: "with a seal" }]);
  const began = performance.now();
  const found = await search(reader, { q });
  expect(found).not.toBeNull();
  expect(await similarDiscussions(reader, q)).toBeInstanceOf(Array);
  expect(performance.now() - began).toBeLessThan(3000);
});

test("what is read of a long question is its beginning", async () => {
  const { reader } = await world([{ title: "A pump" }]);
  expect((await search(reader, { q: "pump".padEnd(20_000) }))?.total).toBe(1);
  expect((await search(reader, { q: Array.from({ length: 13 }, (_, n) => (n === 12 ? "absent" : "pump")).join(" ") }))?.total).toBe(1);
});

test("marks of ours in a text mark nothing, and markup stays words", async () => {
  const { reader } = await world([{ title: "Odd \u0002one\u0003", text: "write &lt;b&gt;pump&lt;/b&gt; \u0002here\u0003 &amp;amp; there" }]);
  const [hit] = (await search(reader, { q: "pump" }))?.items ?? [];
  expect(hit?.excerpt.map(({ text }) => text).join("")).toBe("write <b>pump</b> here &amp; there");
  expect(hit?.excerpt.filter((one) => one.hit)).toEqual([{ text: "pump", hit: true }]);
});
