import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { distrustForwarded } from "@/lib/platform/forwarded";

const seen: IncomingHttpHeaders[] = [];
const server = createServer((incoming, outgoing) => {
  seen.push({ ...incoming.headers });
  outgoing.end();
});
beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: "postgres://localhost/x", NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(40), TRUST_PROXY: "0" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

const ask = (headers: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    request({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", headers }, (answer) => answer.resume().on("end", () => resolve())).on("error", reject).end();
  });

test("nobody may say of themselves where they call from, unless a proxy is trusted", async () => {
  const forged = { "X-Forwarded-For": "10.0.0.1", "x-forwarded-host": "evil.example", "X-FORWARDED-PROTO": "https", forwarded: "for=10.0.0.1", "x-real-ip": "10.0.0.1", "x-other": "kept" };
  await ask(forged);
  expect(seen.at(-1)).toMatchObject({ "x-forwarded-for": "10.0.0.1" });
  distrustForwarded();
  await ask(forged);
  const heard = Object.keys(seen.at(-1) ?? {});
  expect(heard.filter((name) => /forwarded|real-ip/.test(name))).toEqual([]);
  expect(heard).toContain("x-other");
});
