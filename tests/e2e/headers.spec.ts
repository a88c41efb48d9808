import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "../support/browser";
import { somebody, withCookie, withToken } from "../support/portal-data";
import { setStage } from "../support/stage";

const constant: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const policyOf = (answer: APIResponse) => answer.headers()["content-security-policy"] ?? "";
const nonceOf = (answer: APIResponse) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1];

const guarded = (answer: APIResponse, what: string, isStatic = false) => {
  const headers = answer.headers();
  for (const [name, value] of Object.entries(constant)) expect(headers[name], `${name} of ${what} (${answer.status()})`).toBe(value);
  expect(headers["permissions-policy"], what).toContain("camera=()");
  for (const name of ["x-powered-by", "server", "access-control-allow-origin"]) expect(headers[name], `${name} of ${what}`).toBeUndefined();
  expect(headers["content-encoding"], what).not.toBe("br");
  if (isStatic) return;
  expect(policyOf(answer), `policy of ${what} (${answer.status()})`).toMatch(/default-src 'none'/);
  if (policyOf(answer).includes("sandbox")) return;
  for (const part of ["'strict-dynamic'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policyOf(answer), what).toContain(part);
  expect(policyOf(answer), what).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
};

type Ask = [what: string, api: APIRequestContext, method: string, path: string, expected: number, more?: object];

test("every kind of reply carries its headers", async ({ portal, request }) => {
  const person = await somebody();
  const me = await withCookie(portal, person, { origin: portal });
  const program = await withToken(portal, person);
  const upload = (await (await program.post("/api/uploads", { multipart: { file: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") } } })).json()) as { id: string };
  const replies: Ask[] = [
    ["a page", me, "GET", "/", 200], ["a list", me, "GET", "/communities", 200], ["a page for strangers", request, "GET", "/sign-in", 200],
    ["the head of a page", me, "HEAD", "/communities", 200], ["a redirect to sign in", request, "GET", "/communities", 307], ["the way from the door", me, "GET", "/sign-in", 307],
    ["no such page", me, "GET", "/nothing/here", 404], ["no such community", me, "GET", "/communities/nothing-here", 404], ["a broken address", me, "GET", "/communities/%E0%A4%A", 404], ["a broken address of a program", program, "GET", "/api/v1/communities/%E0%A4%A", 404], ["a broken file", program, "GET", "/files/%FF/a.png", 404], ["a slash too many", me, "GET", "/communities/", 308],
    ["a program's answer", program, "GET", "/api/v1/me", 200], ["the document", request, "GET", "/api/v1/openapi.json", 200], ["no token", request, "GET", "/api/v1/me", 401], ["no such record", program, "GET", "/api/v1/communities/nothing-here", 404],
    ["no such operation", program, "GET", "/api/v1/nothing", 404], ["no such method", program, "DELETE", "/api/v1/me", 405], ["methods", program, "OPTIONS", "/api/v1/me", 204], ["nothing to say", program, "PUT", "/api/drafts", 204, { data: { place: "community:new", fields: { a: "b" } } }],
    ["another type", program, "PUT", "/api/drafts", 415, { data: "x", headers: { "content-type": "text/plain" } }], ["too much", program, "POST", "/api/uploads", 415, { data: "x" }],
    ["a file", program, "GET", `/files/${upload.id}/a.txt`, 200], ["no such file", program, "GET", "/files/nothing/a.txt", 404], ["the door's own", request, "GET", "/api/auth/csrf", 200], ["the door's refusal", request, "POST", "/api/auth/callback/credentials", 302, { form: { csrfToken: "x" } }],
    ["a sign of life", request, "GET", "/livez", 200], ["readiness", request, "GET", "/readyz", 200], ["a file of ours", request, "GET", "/icon.svg", 200], ["no such file of ours", request, "GET", "/nothing.png", 404],
  ];
  for (const [what, api, method, path, expected, more] of replies) {
    const answer = await api.fetch(path, { method, maxRedirects: 0, ...more });
    expect(answer.status(), `${what}: ${method} ${path}`).toBe(expected);
    guarded(answer, what);
    if (api !== request && expected === 200) expect(answer.headers()["cache-control"], what).toMatch(/private|no-store/);
    if (path !== "/icon.svg") expect(answer.headers()["cache-control"] ?? "", what).not.toMatch(/public|s-maxage/);
  }
});

test("what never changes is kept for good, and guarded as well", async ({ request }) => {
  const page = await (await request.get("/sign-in")).text();
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const answer = await request.get(script ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  guarded(answer, "a script of ours", true);
  guarded(await request.get("/_next/static/nothing.js"), "no such script of ours", true);
});

test("each reply has a nonce of its own, and every script of a page has it", async ({ portal, request }) => {
  const me = await withCookie(portal, await somebody());
  const nonces = new Set<string>();
  for (const [api, path] of [[me, "/"], [me, "/"], [me, "/nothing"], [request, "/sign-in"], [request, "/forgot"]] as const) {
    const answer = await api.get(path);
    const nonce = nonceOf(answer) ?? "";
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    nonces.add(nonce);
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('type="application/')), path).toEqual([]);
  }
  expect(nonces.size).toBe(5);
});

test("cookies are for the server alone, and for our own site", async ({ portal, request }) => {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answers = [
    await request.post("/api/taste", { form: { theme: "dark" }, headers: { origin: portal }, maxRedirects: 0 }),
    await request.post("/api/auth/callback/credentials", { form: { csrfToken, email: "mentee@demo.example", password: "stepwell-demo", json: "true" }, maxRedirects: 0 }),
  ];
  const set = answers.flatMap((answer) => answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie").map(({ value }) => value));
  expect(set.some((one) => one.startsWith("next-auth.session-token="))).toBe(true);
  expect(set.some((one) => one.startsWith("theme="))).toBe(true);
  for (const one of set) {
    expect(one).toMatch(/;\s*httponly/i);
    expect(one).toMatch(/;\s*samesite=(lax|strict)/i);
  }
});

test("a file is downloaded under its own name, and runs nowhere", async ({ portal }) => {
  const api = await withToken(portal, await somebody());
  const name = "a\"b;c\r\nx: y – ż.svg";
  const { id } = (await (await api.post("/api/uploads", { multipart: { file: { name, mimeType: "image/svg+xml", buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') } } })).json()) as { id: string };
  const answer = await api.get(`/files/${id}/anything.html`);
  expect(answer.headers()).toMatchObject({ "content-type": "application/octet-stream", "x-content-type-options": "nosniff", "cache-control": "private, no-store" });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''[\w%.~-]+$/);
  expect(policyOf(answer)).toContain("sandbox");
  expect(answer.headers()["x"]).toBeUndefined();
});

test("a file of 12 MB arrives whole", async ({ portal }) => {
  const api = await withToken(portal, await somebody());
  const buffer = Buffer.alloc(12_000_000, "words and more\n");
  const { id } = (await (await api.post("/api/uploads", { multipart: { file: { name: "long.txt", mimeType: "text/plain", buffer } } })).json()) as { id: string };
  expect((await (await api.get(`/files/${id}/long.txt`)).body()).equals(buffer)).toBe(true);
});

test("no page brings the whole of the validator along", async ({ portal }) => {
  const { person, place, question } = await setStage(portal);
  const me = await withCookie(portal, person);
  for (const address of ["/", "/communities", `/communities/${place}`, `/communities/${place}/discussions/new`, `/communities/${place}/discussions/${question.id}`, "/communities/new", "/settings", "/search"]) {
    const page = await (await me.get(address)).text();
    const scripts = [...new Set([...page.matchAll(/\/_next\/static\/chunks\/[^"\\]+\.js/g)].map(([path]) => path))];
    expect(scripts.length, address).toBeGreaterThan(3);
    for (const script of scripts) expect((await (await me.get(script)).text()).includes("_zod"), `${script} of ${address}`).toBe(false);
  }
});
