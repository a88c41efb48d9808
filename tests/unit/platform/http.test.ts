import { expect, test } from "vitest";
import { problem, readJson, refusal, statusOf } from "@/lib/platform/http";

const post = (body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) =>
  new Request("https://well.example/api", { method: "POST", body, headers, duplex: "half" } as RequestInit);

test.each([
  ["malformed", 400], ["unauthenticated", 401], ["forbidden", 403], ["not-found", 404], ["stale", 409], ["conflict", 409],
  ["too-large", 413], ["unsupported-type", 415], ["invalid", 422], ["too-many-requests", 429], ["unavailable", 503], ["already-closed", 409],
])("%s has the status %i", (code, status) => {
  expect(statusOf(code)).toBe(status);
});

test("a problem is what RFC 9457 says, with the refusal's name", async () => {
  const reply = refusal({ ok: false, why: "invalid", fields: { title: ["too long"] } });
  expect(reply.status).toBe(422);
  expect(reply.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(await reply.json()).toEqual({ status: 422, title: "Invalid", code: "invalid", fields: { title: ["too long"] } });
});

test("a stale version brings what stands now", async () => {
  expect(await refusal({ ok: false, why: "stale", current: { version: 3 } }).json()).toMatchObject({ status: 409, code: "stale", current: { version: 3 } });
});

test("too many requests say in whole seconds when to come back", () => {
  expect(problem("too-many-requests", { retryAfter: 1.2 }).headers.get("retry-after")).toBe("2");
  expect(problem("too-many-requests", { retryAfter: 0 }).headers.get("retry-after")).toBe("1");
});

test("a missing token says how to come with one", () => {
  expect(problem("unauthenticated").headers.get("www-authenticate")).toBe("Bearer");
});

test("JSON in UTF-8 is read", async () => {
  expect(await readJson(post('{"name":"Źródło"}'), 100)).toEqual({ ok: true, value: { name: "Źródło" } });
  expect(await readJson(post("[]", { "content-type": 'Application/JSON; charset="UTF-8"' }), 100)).toEqual({ ok: true, value: [] });
});

test.each([
  ["no type", post("{}", { "content-type": "" })],
  ["a form", post("a=1", { "content-type": "application/x-www-form-urlencoded" })],
  ["another character set", post("{}", { "content-type": "application/json; charset=latin1" })],
  ["a compressed body", post("{}", { "content-type": "application/json", "content-encoding": "gzip" })],
  ["a text that is too long as well", post("x".repeat(1000), { "content-type": "text/plain" })],
])("%s is of the wrong type", async (_, request) => {
  expect(await readJson(request, 100)).toMatchObject({ ok: false, why: "unsupported-type" });
});

test("a body over the limit is refused before it is parsed, and read no further", async () => {
  let pulled = 0;
  const endless = new ReadableStream({ pull: (to) => (pulled++, to.enqueue(new Uint8Array(1000).fill(120))) }, { highWaterMark: 0 });
  expect(await readJson(post(endless), 5000)).toMatchObject({ why: "too-large" });
  expect(pulled).toBeLessThan(12);
  expect(await readJson(post("x".repeat(101), { "content-type": "application/json", "content-length": "101" }), 100)).toMatchObject({ why: "too-large" });
});

test("a length that lies does not help", async () => {
  expect(await readJson(post("x".repeat(101), { "content-type": "application/json", "content-length": "5" }), 100)).toMatchObject({ why: "too-large" });
});

test.each([["nothing", null], ["an empty text", ""], ["half an object", '{"a":'], ["bytes that are no UTF-8", new Uint8Array([34, 0xff, 34])]])("%s is malformed", async (_, body) => {
  expect(await readJson(post(body), 100)).toMatchObject({ ok: false, why: "malformed" });
});
