import { expect, test } from "vitest";
import { contentPolicy } from "@/lib/platform/content-policy";

const directive = (policy: string, name: string) => policy.split("; ").find((one) => one.startsWith(`${name} `))?.slice(name.length + 1);

test("scripts run only with the nonce of this reply, and what those load", () => {
  expect(directive(contentPolicy({ nonce: "abc" }), "script-src")).toBe("'nonce-abc' 'strict-dynamic'");
});

test("styles are ours; only a style attribute may stand in the page", () => {
  const policy = contentPolicy({ nonce: "abc" });
  expect(directive(policy, "style-src")).toBe("'self' 'nonce-abc'");
  expect(directive(policy, "style-src-attr")).toBe("'unsafe-inline'");
});

test("nothing else is allowed unless it is named, nobody may frame us, and http stays http", () => {
  const policy = contentPolicy({ nonce: "abc" });
  expect(directive(policy, "default-src")).toBe("'none'");
  expect(directive(policy, "frame-ancestors")).toBe("'none'");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(policy).not.toContain("unsafe-eval");
});

test("a form may lead to the identity provider, by its origin only", () => {
  expect(directive(contentPolicy({ nonce: "abc", issuer: "https://login.example.org/realms/city" }), "form-action")).toBe("'self' https://login.example.org");
  expect(directive(contentPolicy({ nonce: "abc", issuer: "'unsafe-inline'; script-src *" }), "form-action")).toBe("'self'");
});
