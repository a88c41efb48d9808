import { expect, test } from "vitest";
import { isSameOrigin } from "@/lib/platform/origin";

const ask = (said: Record<string, string>, url = "https://well.example", trustProxy = false) => isSameOrigin(new Headers(said), { url, trustProxy });

test.each([
  ["the address of the portal", { origin: "https://well.example", host: "10.0.0.7:3000" }],
  ["the host that was asked", { origin: "https://intranet.example:8443", host: "intranet.example:8443" }],
])("%s is our origin", (_, headers) => {
  expect(ask(headers)).toBe(true);
});

test("127.0.0.1 is ours too when it was asked", () => {
  expect(ask({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, "http://localhost:3000")).toBe(true);
});

test.each([
  ["none at all", { host: "well.example" }],
  ["null", { origin: "null", host: "well.example" }],
  ["an empty one", { origin: "", host: "well.example" }],
  ["another host", { origin: "https://evil.example", host: "well.example" }],
  ["another port", { origin: "https://well.example:444", host: "well.example" }],
  ["the same host without encryption", { origin: "http://well.example", host: "well.example" }],
  ["a host that only begins alike", { origin: "https://well.example.evil.example", host: "well.example" }],
  ["an address with a path", { origin: "https://well.example/x", host: "well.example" }],
  ["another scheme", { origin: "javascript://well.example", host: "well.example" }],
  ["no host", { origin: "https://other.example" }],
  ["what a client says of its proxy", { origin: "https://evil.example", host: "well.example", "x-forwarded-host": "evil.example" }],
])("%s is refused", (_, headers) => {
  expect(ask(headers as Record<string, string>)).toBe(false);
});

test("a trusted proxy says which host was asked, in the last value", () => {
  const said = { host: "10.0.0.7:3000", "x-forwarded-host": "evil.example, portal.example" };
  expect(ask({ ...said, origin: "https://portal.example" }, "https://well.example", true)).toBe(true);
  expect(ask({ ...said, origin: "https://evil.example" }, "https://well.example", true)).toBe(false);
});
