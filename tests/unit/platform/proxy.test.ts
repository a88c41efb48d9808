import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const ask = (path: string, { signedIn = false, ...init }: { signedIn?: boolean; method?: string; headers?: Record<string, string> } = {}) =>
  proxy(
    new NextRequest(`http://portal.test${path}`, {
      ...init,
      headers: { ...init.headers, ...(signedIn && { cookie: "next-auth.session-token=anything" }) },
    }),
  );
const nonceOf = (policy: string | null) => policy?.match(/'nonce-([^']+)'/)?.[1];

test("a visitor is shown the way to sign in, and where they came from", () => {
  const reply = ask("/communities/first-books?kind=story&_rsc=x");
  expect(reply.status).toBe(307);
  expect(reply.headers.get("location")).toBe("http://portal.test/sign-in?from=%2Fcommunities%2Ffirst-books%3Fkind%3Dstory");
});

test("from home there is nothing to come back to", () => {
  expect(ask("/").headers.get("location")).toBe("http://portal.test/sign-in");
});

test.each(["/sign-in", "/setup", "/invitation/token", "/reset", "/api/v1/me", "/feeds/lessons.atom", "/livez", "/fonts/inter-latin.woff2"])("%s is not kept from visitors", (path) => {
  expect(ask(path).headers.get("location")).toBeNull();
});

test("a form is let through: what it may do is decided behind", () => {
  expect(ask("/communities", { method: "POST" }).headers.get("location")).toBeNull();
});

test("whoever has a session cookie is let through, whatever it holds", () => {
  expect(ask("/communities", { signedIn: true }).headers.get("location")).toBeNull();
});

test("every reply has a policy with a nonce of its own, redirects too", () => {
  const nonces = [ask("/", { signedIn: true }), ask("/", { signedIn: true }), ask("/communities")].map((reply) => nonceOf(reply.headers.get("content-security-policy")));
  expect(nonces.every(Boolean)).toBe(true);
  expect(new Set(nonces).size).toBe(3);
});

test("the page learns the nonce, the address and the number from us, never from the request", () => {
  const reply = ask("/people?unit=HL", { signedIn: true, headers: { "x-nonce": "mine", "x-address": "//evil.test", "content-security-policy": "x" } });
  const told = (name: string) => reply.headers.get(`x-middleware-request-${name}`);
  expect(told("x-nonce")).toBe(nonceOf(reply.headers.get("content-security-policy")));
  expect(told("x-address")).toBe("/people?unit=HL");
  expect(told("content-security-policy")).toBe(reply.headers.get("content-security-policy"));
  expect(told("x-request-id")).toBe(reply.headers.get("x-request-id"));
});

test("a request keeps the number that a proxy gave it, if it is a plain one", () => {
  expect(ask("/sign-in", { headers: { "x-request-id": "a1b2c3d4-e5f6" } }).headers.get("x-request-id")).toBe("a1b2c3d4-e5f6");
  expect(ask("/sign-in", { headers: { "x-request-id": "forged {line}" } }).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("an address that is no text is taken letter by letter, so that it names nothing", () => {
  const reply = proxy(new NextRequest("http://localhost:3000/api/v1/communities/%E0%A4%A"));
  expect(reply.headers.get("x-middleware-rewrite")).toBe("http://localhost:3000/api/v1/communities/%25E0%25A4%25A");
  expect(proxy(new NextRequest("http://localhost:3000/api/v1/people/%C3%A9")).headers.get("x-middleware-rewrite")).toBeNull();
});

test("what people have sent may do nothing, and has no origin", () => {
  expect(proxy(new NextRequest("http://localhost:3000/files/1/a.svg")).headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
});

test.each([
  ["/communities/", "/communities"], ["/communities/?q=a", "/communities?q=a"], ["//evil.example/", "/evil.example"], ["///evil.example/a//b", "/evil.example/a/b"], ["/communities//x", "/communities/x"],
])("%s is %s, on our own host", (path, tidy) => {
  const reply = proxy(new NextRequest(`http://portal.test${path}`));
  expect([reply.status, reply.headers.get("location")]).toEqual([308, `http://portal.test${tidy}`]);
  expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
});
