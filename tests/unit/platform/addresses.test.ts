import { expect, test } from "vitest";
import { isOpen, isPage } from "@/lib/platform/addresses";

test.each(["/", "/communities", "/communities/v1.2-notes", "/people/elin", "/people/elin.sandberg", "/sign-in", "/apiary", "/calendars"])("a page may stand at %s", (path) => {
  expect(isPage(path)).toBe(true);
});

test.each(["/api", "/api/v1/me", "/feeds/lessons.atom", "/calendar/me.ics", "/livez", "/readyz", "/files/0190", "/_next/data", "/icon.svg", "/fonts/inter-latin.woff2"])(
  "no page stands at %s",
  (path) => {
    expect(isPage(path)).toBe(false);
  },
);

test.each(["/sign-in", "/sign-in/help", "/setup", "/invitation/abc", "/reset", "/forgot", "/api/v1/me"])("%s asks nobody to sign in first", (path) => {
  expect(isOpen(path)).toBe(true);
});

test.each(["/", "/communities", "/setups", "/resettle", "/unknown"])("%s does", (path) => {
  expect(isOpen(path)).toBe(false);
});
