import { expect, test } from "vitest";
import { chooseTheme } from "@/lib/platform/theme";

test.each([
  ["the profile first", { profile: "dark", cookie: "light" }, "dark"],
  ["then this browser", { profile: null, cookie: "light" }, "light"],
  ["the system, where the profile says so", { profile: "system", cookie: "dark" }, "system"],
  ["the system, where a cookie holds what we never wrote", { cookie: "neon" }, "system"],
  ["the system, where nobody chose", {}, "system"],
] as const)("the theme follows %s", (_, hints, theme) => {
  expect(chooseTheme(hints)).toBe(theme);
});
