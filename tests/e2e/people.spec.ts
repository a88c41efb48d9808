import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { mailed } from "../support/outbox";
import { inDatabase, sessionOf, somebody, type Somebody, withToken } from "../support/portal-data";
import { word } from "../support/stage";

/** The hash that `somebody` has none of: that of a demo person, whose password is known. */
const withPassword = (id: string) => inDatabase(`UPDATE "User" SET "passwordHash" = (SELECT "passwordHash" FROM "User" WHERE email = 'employee@demo.example') WHERE id = $1`, id);
const enter = async (context: BrowserContext, portal: string, person: Somebody) => context.addCookies([sessionOf(portal, person)]);

test.describe.configure({ timeout: 120_000 }); // every page of a journey is examined in both themes

test("what somebody says they know is found in the directory, by a word and by the word's own page", async ({ page, context, portal, as }) => {
  const person = await somebody();
  const skill = word();
  await enter(context, portal, person);
  await page.goto("/settings");
  await looksRight(page);
  await page.getByLabel("Handle").fill("Not a handle");
  await page.getByLabel("What I know").fill(`${skill}, paper`);
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Use small letters from a to z").first()).toBeVisible();
  await expect(page.getByLabel("What I know")).toHaveValue(`${skill}, paper`);
  await looksRight(page);
  await page.getByLabel("Handle").fill(person.handle);
  await page.getByLabel("Position").fill("Bookbinder");
  await page.getByLabel("About me").fill("I mend what others tear.");
  await page.getByLabel("Spanish").check();
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  await page.goto(`/people/${person.handle}`);
  await expect(page.getByText("I mend what others tear.")).toBeVisible();
  await looksRight(page);

  const { page: colleague } = await as("employee@demo.example");
  await colleague.goto("/people");
  await looksRight(colleague);
  await colleague.getByRole("searchbox", { name: "Find colleagues" }).fill(skill);
  await colleague.getByRole("button", { name: "Show", exact: true }).click();
  await expect(colleague.getByRole("link", { name: person.name })).toBeVisible();
  await looksRight(colleague);
  await colleague.getByRole("link", { name: person.name }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
  await colleague.getByRole("link", { name: skill }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: `Who knows ${skill}` })).toBeVisible();
  await colleague.goto(`/people?q=${word()}`);
  await expect(colleague.getByText("Nobody fits.")).toBeVisible();
  await looksRight(colleague);
});

test("a profile is saved, and the portal's language chosen, with plain forms where there is no JavaScript", async ({ browser, portal }) => {
  const person = await somebody();
  const context = await browser.newContext({ baseURL: portal, locale: "en", javaScriptEnabled: false });
  await enter(context, portal, person);
  const page = await context.newPage();
  await page.goto("/settings");
  await page.getByLabel("Position").fill("Bookbinder");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByLabel("Position")).toHaveValue("Bookbinder");
  await page.getByLabel("Language of the portal").selectOption("pl");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
  await page.goto("/settings/tokens");
  await page.locator("input[name=name]").fill("skrypt");
  await page.locator("main form:has(input[name=name])").getByRole("button").click();
  await expect(page.locator(".secret")).toHaveText(/^sw_/);
  await context.close();
});

test("a profile that changed meanwhile is not written over", async ({ page, context, portal }) => {
  const person = await somebody();
  await enter(context, portal, person);
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto("/settings");
  await page.getByLabel("Position").fill("Bookbinder");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect.poll(() => inDatabase(`SELECT position FROM "User" WHERE id = $1`, person.id)).toEqual([{ position: "Bookbinder" }]);
  await other.getByLabel("Position").fill("Printer");
  await other.getByRole("button", { name: "Save profile" }).click();
  await expect(other.getByText("Stands now")).toBeVisible();
  await expect(other.getByLabel("Position")).toHaveValue("Printer");
  await looksRight(other);
  await other.getByRole("button", { name: "Save profile" }).click();
  await expect.poll(() => inDatabase(`SELECT position FROM "User" WHERE id = $1`, person.id)).toEqual([{ position: "Printer" }]);
});

test("another mail address counts once its mail has been read, and both addresses hear of it", async ({ page, context, portal }) => {
  const person = await somebody();
  await withPassword(person.id);
  await enter(context, portal, person);
  const next = `new-${person.handle}@example.org`;
  await page.goto("/settings/sign-in");
  await looksRight(page);
  await page.getByLabel("New mail address").fill(next);
  await page.getByLabel("Your password, to confirm").fill("not the password");
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText("This is not your password.").first()).toBeVisible();
  await looksRight(page);
  await page.getByLabel("New mail address").fill(next);
  await page.getByLabel("Your password, to confirm").fill("stepwell-demo");
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText(`A link is on its way to ${next}`)).toBeVisible();
  await expect(page.getByText(`You sign in with ${person.email}.`)).toBeVisible();
  const link = await mailed("demo", next, /(http\S+\/settings\/email\/[\w-]+)/);
  await page.goto(link);
  await looksRight(page);
  await page.getByRole("button", { name: "Make it my address" }).click();
  await expect(page).toHaveURL(`${portal}/settings/sign-in`);
  await expect(page.getByText(`You sign in with ${next}.`)).toBeVisible();
  expect(await mailed("demo", person.email, new RegExp(`(${next.replaceAll(".", "\\.")})`))).toBe(next);
  await page.goto(link);
  await expect(page.getByText("A link works once, for a day")).toBeVisible();
  await looksRight(page);
});

test("a password is changed, and other sessions are seen and ended", async ({ page, context, portal }) => {
  const person = await somebody();
  await withPassword(person.id);
  await enter(context, portal, person);
  const [mine] = await inDatabase<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1`, person.id);
  await inDatabase(
    `INSERT INTO "Session" (id, "userId", "userAgent", "expiresAt") SELECT gen_random_uuid(), $1, agent, now() + interval '1 day' FROM unnest($2::text[]) agent`,
    person.id, ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0", "curl/8.0"],
  );
  const open = () => inDatabase<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NULL`, person.id);
  await page.goto("/settings/sign-in");
  await page.getByRole("button", { name: "End the session: Safari on iPhone" }).click();
  await expect(page.getByRole("button", { name: "End the session: Safari on iPhone" })).toHaveCount(0);
  expect(await open()).toHaveLength(3);
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByRole("button", { name: "End all others" })).toHaveCount(0);
  expect(await open()).toEqual([{ id: mine?.id }]);
  await page.getByLabel("Present password").fill("stepwell-demo");
  await page.getByLabel("New password").fill("another quiet harbour");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("Present password")).toHaveValue("");
  expect(await mailed("demo", person.email, /(\/forgot)/)).toBe("/forgot");
});

test("an absence is entered, seen by colleagues, and taken back", async ({ page, context, portal, as }) => {
  const person = await somebody();
  await enter(context, portal, person);
  await page.goto("/settings/absences");
  await looksRight(page);
  const today = await page.getByLabel("First day away").inputValue();
  const later = new Date(Date.parse(today) + 9 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("First day away").fill(later);
  await page.getByLabel("Last day away").fill(today);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("The last day lies before the first.").first()).toBeVisible();
  await page.getByLabel("First day away").fill(today);
  await page.getByLabel("Last day away").fill(later);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: /Remove the absence/ })).toBeVisible();
  await looksRight(page);
  const { page: colleague } = await as("employee@demo.example");
  await colleague.goto(`/people/${person.handle}`);
  await expect(colleague.getByText(/away until/)).toBeVisible();
  await page.getByRole("button", { name: /Remove the absence/ }).click();
  await expect(page.getByText("Nothing planned.")).toBeVisible();
});

test("a token is shown once, lets a program in, and is revoked", async ({ page, context, portal }) => {
  const person = await somebody();
  await enter(context, portal, person);
  await page.goto("/settings/tokens");
  await page.getByLabel("What it is for").fill("backup script");
  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.locator(".secret")).toHaveText(/^sw_/);
  await looksRight(page);
  const token = (await page.locator(".secret").textContent()) ?? "";
  const program = await withToken(portal, { token });
  expect((await program.get("/api/v1/me")).status()).toBe(200);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "backup script" })).toBeVisible();
  await page.getByRole("button", { name: "Revoke the token backup script" }).click();
  await expect(page.getByRole("heading", { name: "backup script" })).toHaveCount(0);
  expect((await program.get("/api/v1/me")).status()).toBe(401);
  await program.dispose();
});

test("somebody takes their data along, asks to be erased, and takes the request back", async ({ page, context, portal }) => {
  const person = await somebody();
  await enter(context, portal, person);
  await page.goto("/settings/data");
  await looksRight(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`stepwell-${person.handle}.json`);
  const read: Buffer[] = [];
  for await (const piece of await file.createReadStream()) read.push(piece as Buffer);
  expect(JSON.stringify(JSON.parse(Buffer.concat(read).toString()))).toContain(person.email);
  await page.getByRole("button", { name: "Ask to be erased" }).click();
  await expect(page.getByText(/You asked for it on/)).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: "Withdraw the request" }).click();
  await expect(page.getByRole("button", { name: "Ask to be erased" })).toBeVisible();
});

test("nobody sees a person who is not there", async ({ as }) => {
  const { page } = await as("employee@demo.example");
  expect((await page.goto(`/people/${randomUUID().slice(0, 8)}`))?.status()).toBe(404);
  expect((await page.goto("/admin/people"))?.status()).toBe(404);
});
