import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { mailed } from "../support/outbox";

const password = "copper lantern seagull";
const hr = "hr@demo.example";
const fresh = () => `Jan ${randomUUID().slice(0, 8)}`;

const noScripts = async (browser: Browser, portal: string) => (await browser.newContext({ baseURL: portal, locale: "en", javaScriptEnabled: false })).newPage();
const signIn = async (page: Page, account: string, secret = password) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(account);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

test.describe.configure({ timeout: 120_000 }); // every page of a journey is examined in both themes

test("a bus driver without a mail address comes in with handle and code from a slip, without JavaScript, and a lost password is a new code", async ({ as, browser, portal }) => {
  const name = fresh();
  const { page } = await as(hr);
  await page.goto("/admin/people/new");
  await looksRight(page);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Position").fill("Bus driver");
  await page.getByLabel("Reports to").pressSequentially("Mikael");
  await page.getByLabel("Reports to").fill("mikael");
  await page.getByRole("button", { name: "Invite" }).click();
  const slip = page.getByRole("region", { name: `For ${name}` });
  await expect(slip).toBeFocused();
  await looksRight(page);
  const [address = "", handle = "", code = ""] = await slip.locator("dd").allTextContents();
  expect(address).toBe(`${portal}/invitation`);

  const driver = await noScripts(browser, portal);
  await driver.goto("/sign-in");
  await driver.getByRole("link", { name: "I have an invitation code" }).click();
  await driver.getByLabel("Handle").fill(handle);
  await driver.getByLabel("Invitation code").fill("AAAA-BBBB-CCCC");
  await driver.getByLabel("Name").fill(name);
  await driver.getByLabel("New password").fill(password);
  await driver.getByRole("button", { name: "Come in" }).click();
  await expect(driver.getByText("This code and handle do not belong together")).toBeVisible();
  await expect(driver.getByLabel("Handle")).toHaveValue(handle);
  await driver.getByLabel("Invitation code").fill(code.toLowerCase().replaceAll("-", " "));
  await driver.getByLabel("New password").fill(password);
  await driver.getByRole("button", { name: "Come in" }).click();
  await expect(driver).toHaveURL(`${portal}/`);

  await driver.goto("/settings/sign-in");
  await expect(driver.getByText(`You sign in with your handle, ${handle}.`)).toBeVisible();
  await driver.getByRole("button", { name: "Sign out" }).click();
  await signIn(driver, handle, "not the password");
  await expect(driver.getByText("This address and password do not belong together")).toBeVisible();
  await expect(driver.getByLabel("Email")).toHaveValue(handle);
  await signIn(driver, handle);
  await expect(driver).toHaveURL(`${portal}/`);
  await driver.context().close();

  await page.goto(`/admin/people?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Make a new code" }).click();
  await expect(page.getByRole("region", { name: `For ${name}` }).locator("dd").nth(2)).not.toHaveText(code);
  await looksRight(page);
});

test("somebody invited by mail accepts without JavaScript, forgets the password, and sets a new one by mail", async ({ as, browser, portal, page }) => {
  const name = fresh();
  const email = `${name.replace(" ", "-").toLowerCase()}@example.org`;
  const { page: manager } = await as(hr);
  await manager.goto("/admin/people/new");
  await manager.getByLabel("Name", { exact: true }).fill(name);
  await manager.getByLabel("Mail address").fill(email);
  await manager.getByRole("button", { name: "Invite" }).click();
  await expect(manager.getByText(`${name} is invited`)).toBeVisible();

  const newcomer = await noScripts(browser, portal);
  await newcomer.goto(await mailed("demo", email, /(http\S+\/invitation\/[\w-]+)/));
  await newcomer.getByLabel("New password").fill(password);
  await newcomer.getByRole("button", { name: "Come in" }).click();
  await expect(newcomer).toHaveURL(`${portal}/`);
  await newcomer.context().close();

  await page.goto("/sign-in");
  await looksRight(page);
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await looksRight(page);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("a link is on its way")).toBeVisible();
  await looksRight(page);
  const link = await mailed("demo", email, /(http\S+\/reset\/[\w-]+)/);
  await page.goto(link);
  await looksRight(page);
  await page.getByLabel("Password").fill("another quiet harbour");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(page).toHaveURL(`${portal}/`);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText("A link works once, for an hour.")).toBeVisible();
  await looksRight(page);
  await signIn(page, email, "another quiet harbour");
  await expect(page).toHaveURL(`${portal}/`);
});

test("an address that names no invitation says so, and whoever has no account gets the same answer as anyone", async ({ page }) => {
  await page.goto("/invitation/nothing-of-the-kind");
  await expect(page.getByRole("heading", { level: 1, name: "used or too old" })).toBeVisible();
  await looksRight(page);
  await page.goto("/invitation");
  await looksRight(page);
  await page.goto("/forgot");
  await page.getByLabel("Email").fill(`nobody-${randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("a link is on its way")).toBeVisible();
});

test("a demo account is one press away", async ({ page, portal }) => {
  await page.goto("/sign-in?from=%2Fpeople");
  await page.getByRole("button", { name: /^Employee/ }).click();
  await expect(page).toHaveURL(`${portal}/people`);
});
