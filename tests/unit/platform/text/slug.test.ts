import fc from "fast-check";
import { expect, test } from "vitest";
import { slugify } from "@/lib/platform/text/slug";

test.each([
  ["Children's books & more", "childrens-books-more"],
  ["Zażółć gęślą jaźń – Łódź", "zazolc-gesla-jazn-lodz"],
  ["Å vara på väg, öl", "a-vara-pa-vag-ol"],
  ["Señales y niños", "senales-y-ninos"],
  ["Книги на колёсах: объезд", "knigi-na-kolyosakh-obezd"],
  ["Щука, чай и йогурт", "shchuka-chay-i-yogurt"],
  ["Straße Ørsted", "strasse-orsted"],
  ["  --C++ / C#--  ", "c-c"],
  ["😀", ""],
  ["图书馆", ""],
])("%s becomes %s", (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test("a long name is cut between words, a long word inside", () => {
  expect(slugify("one two three four", 10)).toBe("one-two");
  expect(slugify("one two three four", 13)).toBe("one-two-three");
  expect(slugify("a".repeat(100), 10)).toBe("a".repeat(10));
});

test("a slug is fit for an address, and its own slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const slug = slugify(name, 30);
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(30);
      expect(slugify(slug, 30)).toBe(slug);
    }),
  );
});
