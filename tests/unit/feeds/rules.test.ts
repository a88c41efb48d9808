import { expect, test } from "vitest";
import { calendarPath, feedPath, MY_CALENDAR, placeOf, slugOf } from "@/lib/feeds/addresses/rules";
import { addressedIn, ENTRIES, newest } from "@/lib/feeds/rules";

test("an address is of a community, of oneself, or of nothing", () => {
  expect(placeOf(feedPath("weeding-2"))).toEqual({ slug: "weeding-2" });
  expect(placeOf(calendarPath("weeding-2"))).toEqual({ slug: "weeding-2" });
  expect(placeOf(MY_CALENDAR)).toEqual({ slug: null });
  for (const path of ["", "/", "/feeds/communities/a.ics", "/calendar/communities/a.atom", "/feeds/communities/a/b.atom", "/feeds/communities/.atom", "/feeds/communities/a.atom?key=1", "/feeds/communities/a.atom\n", "/calendar/you.ics"])
    expect(placeOf(path), path).toBeUndefined();
});

test("a file's name without its ending is a slug", () => {
  expect(slugOf("weeding.atom", ".atom")).toBe("weeding");
  expect(slugOf("weeding.ics", ".atom")).toBeNull();
  expect(slugOf("weeding", ".ics")).toBeNull();
});

test("the newest lead, and there are never more than a feed holds", () => {
  const entries = Array.from({ length: 80 }, (_, n) => ({ id: `${n}`, at: new Date(n * 1000) }));
  expect(newest(entries)).toHaveLength(ENTRIES);
  expect(newest(entries)[0]?.id).toBe("79");
});

test("addresses of the portal are told in full, others and words are left alone", () => {
  expect(addressedIn(`<a href="/people/ada">/people</a> <img src="/files/1/a.png" alt="a"> <a href="https://x.example/">x</a> <a href="//y.example">y</a>`, "https://s.example")).toBe(
    `<a href="https://s.example/people/ada">/people</a> <img src="https://s.example/files/1/a.png" alt="a"> <a href="https://x.example/">x</a> <a href="//y.example">y</a>`,
  );
});
