import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { freePort } from "@/lib/cli/ports";
import { ended } from "@/lib/cli/programs";
import { expect, looksRight, test } from "../support/browser";
import { client, identityProvider } from "../support/identity-provider";
import { databases, on, sessionOf, somebodyOn } from "../support/portal-data";
import { administer, clone } from "../support/postgres";
import { answers, serve } from "../support/serve";

const name = `stepwell_e2e_identities_${process.pid}`;
let portal: string;
let database: string;
let server: ReturnType<typeof serve>;
let provider: Awaited<ReturnType<typeof identityProvider>>;
const data = mkdtempSync(path.join(tmpdir(), "stepwell-identities-"));

test.describe.configure({ timeout: 90_000 });

test.beforeAll(async () => {
  const { admin, template } = databases();
  database = await clone(admin, template, name);
  portal = `http://localhost:${await freePort()}`;
  provider = await identityProvider(portal);
  await on(database, `INSERT INTO "Organisation" (id, name, locale, "timeZone") VALUES (1, 'Harbour Office', 'en', 'UTC') ON CONFLICT DO NOTHING`);
  server = serve(portal, database, data, { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret });
  await answers(portal);
});

test.afterAll(async () => {
  server.kill("SIGKILL");
  await ended(server);
  await provider.stop();
  await administer(databases().admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(data, { recursive: true, force: true });
});

test.beforeEach(async ({ context }) => {
  await context.route("https://fonts.googleapis.com/**", (route) => route.fulfill({ body: "" })); // the provider's page asks for a font; the tests have no way out
});

const enterThere = async (page: Page, who: string) => {
  await page.getByPlaceholder("Enter any login").fill(who);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
};
/** From the door over the provider and back. */
const comeIn = async (page: Page, who: string, to = "/sign-in") => {
  await page.goto(portal + to);
  await page.getByRole("button", { name: "Sign in with your organisation's account" }).click();
  await enterThere(page, who);
};

/** Somebody who was invited by mail and has not come yet. */
const invited = async () => {
  const [id, handle] = [randomUUID(), `i-${randomUUID().slice(0, 8)}`];
  const email = `${handle}@example.org`;
  await on(
    database,
    `WITH u AS (INSERT INTO "User" (id, handle, name, email, languages, knows, wants) VALUES ($1, $2, $3, $4, '{en}', '{}', '{}') RETURNING id)
    INSERT INTO "Invitation" (id, "userId", "tokenHash", "expiresAt") SELECT gen_random_uuid(), id, $5, now() + interval '1 day' FROM u`,
    id, handle, `Invited ${handle}`, email, randomUUID(),
  );
  return { id, email };
};
const identities = (userId: string) => on<{ issuer: string; subject: string }>(database, `SELECT issuer, subject FROM "Identity" WHERE "userId" = $1`, userId);
const sessions = (userId: string) => on(database, `SELECT 1 FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NULL`, userId);

test("somebody invited enters by the organisation's account, and again on another day; signing out ends the session here", async ({ page, context }) => {
  const { id, email } = await invited();
  const subject = randomUUID();
  provider.accounts.set(subject, { email, email_verified: true });
  await comeIn(page, subject, "/sign-in?from=%2Fpeople");
  await expect(page).toHaveURL(`${portal}/people`);
  expect(await identities(id)).toEqual([{ issuer: provider.issuer, subject }]);
  expect(await sessions(id)).toHaveLength(1);
  expect(await on(database, `SELECT 1 FROM "Invitation" WHERE "userId" = $1 AND "usedAt" IS NOT NULL`, id)).toHaveLength(1);
  await page.goto(`${portal}/settings/sign-in`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${portal}/sign-in`);
  expect(await sessions(id)).toHaveLength(0);

  provider.accounts.set(subject, { email: "another@example.org", email_verified: false }); // known by issuer and subject, whatever became of the address
  await page.getByRole("button", { name: "Sign in with your organisation's account" }).click();
  await expect(page, "the provider still knows them").toHaveURL(`${portal}/`);
  expect(await sessions(id)).toHaveLength(1);

  await on(database, `UPDATE "User" SET "closedAt" = now() WHERE id = $1`, id);
  await page.goto(`${portal}/people`);
  await expect(page, "a closed account's session is over").toHaveURL(/\/sign-in/);
  await context.clearCookies();
  await comeIn(page, subject);
  await expect(page.getByText("is not connected to anyone here")).toBeVisible();
});

test("nobody comes in who is unknown, whose address is not verified, or who has been here before by another way", async ({ page, context }) => {
  const waiting = await invited();
  const before = await somebodyOn(database);
  for (const [why, claims] of [
    ["unknown", { email: "stranger@example.org", email_verified: true }],
    ["not verified", { email: waiting.email, email_verified: false }],
    ["not said to be verified", { email: waiting.email }],
    ["has been here", { email: before.email, email_verified: true }],
  ] as const) {
    const subject = randomUUID();
    provider.accounts.set(subject, claims);
    await context.clearCookies();
    await comeIn(page, subject);
    await expect(page.getByText("is not connected to anyone here"), why).toBeVisible();
    expect(await on(database, `SELECT 1 FROM "Identity" WHERE subject = $1`, subject), why).toHaveLength(0);
  }
  await looksRight(page);
});

test("somebody connects the organisation's account in their settings, enters by it, and disconnects it", async ({ page, context }) => {
  const person = await somebodyOn(database);
  const subject = randomUUID();
  provider.accounts.set(subject, {});
  await on(database, `UPDATE "User" SET "passwordHash" = 'none that fits' WHERE id = $1`, person.id);
  await context.addCookies([sessionOf(portal, person)]);
  await page.goto(`${portal}/settings/sign-in`);
  await page.getByRole("button", { name: "Connect your organisation's account" }).click();
  await enterThere(page, subject);
  await expect(page).toHaveURL(`${portal}/settings/sign-in`);
  await expect(page.getByText(/Connected on/)).toBeVisible();
  await looksRight(page);
  expect(await sessions(person.id), "connecting opens no session").toHaveLength(1);

  const other = await somebodyOn(database);
  await context.clearCookies();
  await context.addCookies([sessionOf(portal, other)]);
  await page.goto(`${portal}/settings/sign-in`);
  await page.getByRole("button", { name: "Connect your organisation's account" }).click();
  await enterThere(page, subject);
  await expect(page.getByText("already connected to somebody else")).toBeVisible();

  await context.clearCookies();
  await comeIn(page, subject, "/sign-in?from=%2Fsettings%2Fsign-in");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("button", { name: "Connect your organisation's account" })).toBeVisible();
  expect(await identities(person.id)).toEqual([]);
});

test("what one person began at the provider does not connect to whoever signs in meanwhile", async ({ page, context }) => {
  const [first, second] = [await somebodyOn(database), await somebodyOn(database)];
  const subject = randomUUID();
  provider.accounts.set(subject, {});
  await context.addCookies([sessionOf(portal, first)]);
  await page.goto(`${portal}/settings/sign-in`);
  await page.getByRole("button", { name: "Connect your organisation's account" }).click();
  await expect(page.getByPlaceholder("Enter any login")).toBeVisible();
  await context.addCookies([sessionOf(portal, second)]);
  await enterThere(page, subject);
  await expect(page.getByText("did not work")).toBeVisible();
  expect([await identities(first.id), await identities(second.id)]).toEqual([[], []]);
});

test("the button works without JavaScript, and for a page of ours alone", async ({ browser, request }) => {
  const { id, email } = await invited();
  const subject = randomUUID();
  provider.accounts.set(subject, { email, email_verified: true });
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" });
  const page = await context.newPage();
  await comeIn(page, subject);
  await expect(page).toHaveURL(`${portal}/`);
  expect(await sessions(id)).toHaveLength(1);
  await context.close();
  for (const origin of ["", "https://evil.example"])
    expect((await request.post(`${portal}/api/auth/signin/oidc`, { form: { callbackUrl: "/" }, headers: { ...(origin && { origin }) }, maxRedirects: 0 })).status()).toBe(403);
  const forged = await request.get(`${portal}/api/auth/callback/oidc?code=abc&state=def`, { maxRedirects: 0 });
  expect([forged.status(), forged.headers().location]).toEqual([302, "/sign-in?error=provider-failed"]);
});

test("a provider that is silent or gone is said in words, soon, and the password still works", async ({ page }) => {
  await provider.fallSilent();
  for (const gone of [false, true]) {
    if (gone) await provider.stop();
    await page.goto(`${portal}/sign-in?from=%2Fpeople`);
    await page.getByRole("button", { name: "Sign in with your organisation's account" }).click();
    await expect(page.getByText("did not work. Try again")).toBeVisible({ timeout: 15_000 });
    await expect(page).toHaveURL(`${portal}/sign-in?error=provider-failed&from=%2Fpeople`);
    await expect(page.getByLabel("Password")).toBeVisible();
  }
});
