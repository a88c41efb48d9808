import { expect, test } from "vitest";
import { negotiateLocale } from "@/lib/platform/i18n/locale";

test.each([
  ["the profile before everything else", { profile: "sv", cookie: "pl", acceptLanguage: "ru" }, "sv"],
  ["the cookie before the browser", { profile: null, cookie: "pl", acceptLanguage: "ru" }, "pl"],
  ["the browser's first wish that we speak", { acceptLanguage: "de-CH, fi;q=0.9, es;q=0.8, en;q=0.7" }, "es"],
  ["the weights of the wishes, not their order", { acceptLanguage: "en;q=0.2, ru;q=0.9" }, "ru"],
  ["the language of a regional edition", { acceptLanguage: "es-419" }, "es"],
  ["capitals and underscores of careless programs", { acceptLanguage: "PL_pl" }, "pl"],
  ["nothing that is refused by weight", { acceptLanguage: "sv;q=0, pl;q=0.1" }, "pl"],
  ["English when a cookie holds what we never wrote", { cookie: "../../etc", acceptLanguage: "*" }, "en"],
  ["English when the weights make no sense", { acceptLanguage: "ru;q=much" }, "en"],
  ["English when nobody says anything", {}, "en"],
] as const)("the language follows %s", (_, hints, locale) => {
  expect(negotiateLocale(hints)).toBe(locale);
});

test("a header of any length is answered at once", () => {
  const before = performance.now();
  expect(negotiateLocale({ acceptLanguage: `${"xx-yy;q=0.5,".repeat(50_000)}ru` })).toBe("en");
  expect(performance.now() - before).toBeLessThan(50);
});
