import fc from "fast-check";
import { expect, test } from "vitest";
import { writeAtom } from "@/lib/platform/text/atom";
import { all, one, parseXml } from "@/tests/support/atom";

const at = new Date("2026-11-28T09:30:00Z");
const feed = { id: "urn:uuid:1", title: "Pumps & <drills>", subtitle: "How", language: "en", self: "https://s.example/feeds/a.atom", address: "https://s.example/a", updated: at, author: "Pumps", entries: [] };
const entry = { id: "urn:uuid:2", title: "Why?", language: "pl", address: "https://s.example/a/2", published: at, updated: at, author: { name: "Ada", uri: "https://s.example/people/ada" }, categories: ["Question", "pumps"], html: `<p>Turn &amp; "wait" ]]></p>` };

test("a feed says what RFC 4287 asks of it: id, title, updated, author, links to itself and to the page, and each entry the same", () => {
  const root = parseXml(writeAtom({ ...feed, entries: [entry, { ...entry, id: "urn:uuid:3" }] }));
  expect(root.name).toBe("feed");
  expect(root.attributes["xml:lang"]).toBe("en");
  expect([one(root, "id").text, one(root, "title").text, one(root, "updated").text]).toEqual(["urn:uuid:1", "Pumps & <drills>", "2026-11-28T09:30:00.000Z"]);
  expect(all(root, "link").map(({ attributes }) => [attributes.rel, attributes.type, attributes.href])).toEqual([["self", "application/atom+xml", feed.self], ["alternate", "text/html", feed.address]]);
  const [first, second] = all(root, "entry");
  if (!first || !second) throw new Error("two entries");
  expect([one(first, "id").text, one(second, "id").text, first.attributes["xml:lang"]]).toEqual(["urn:uuid:2", "urn:uuid:3", "pl"]);
  expect([one(one(first, "author"), "name").text, one(one(first, "author"), "uri").text]).toEqual(["Ada", "https://s.example/people/ada"]);
  expect(all(first, "category").map(({ attributes }) => attributes.term)).toEqual(["Question", "pumps"]);
  expect([one(first, "content").attributes.type, one(first, "content").text]).toEqual(["html", entry.html]);
});

test("whatever people write, the feed stays XML and says it", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const root = parseXml(writeAtom({ ...feed, title, entries: [{ ...entry, title, html: `<p>${title}</p>`, categories: [title] }] }));
      expect(one(one(root, "entry"), "content").attributes.type).toBe("html");
    }),
  );
  for (const title of ["\0\u0007\uFFFE", "]]>", "<![CDATA[", "&#0;", "\uD800", "{#}"]) expect(() => parseXml(writeAtom({ ...feed, title, entries: [{ ...entry, title, html: title }] }))).not.toThrow();
});
