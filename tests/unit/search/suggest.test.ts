import { expect, test } from "vitest";
import { fits } from "@/lib/search/suggest/rules";

test.each([
  ["Ask a question in Łódź readers", "ask lodz", true], ["Ask a question in Łódź readers", "question ask", true], ["Light", "", true],
  ["Светлая тема", "свет", true], ["Light", "dark", false], ["Settings", "ettings", false], ["Settings", "...", true],
])("%s fits what was said as %s: %s", (label, said, expected) => expect(fits(label, said)).toBe(expected));
