import { expect, looksRight, test } from "../support/browser";
import { mailed } from "../support/outbox";

const empty = process.env.E2E_EMPTY ?? "";
const password = "copper lantern seagull";

test.describe.configure({ timeout: 120_000 });

test("an organisation is set up once, its administrator invites the first colleague, who comes in speaking Polish", async ({ page, browser, errors }) => {
  await page.goto(empty);
  await expect(page).toHaveURL(`${empty}/setup`);
  await looksRight(page);
  await page.getByLabel("Name of the organisation").fill("Harbour Office");
  await page.getByLabel("Your name").fill("Ada Lindqvist");
  await page.getByLabel("Email").fill("ada@example.org");
  await page.getByLabel("Password").fill("password1234");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByText("This one is guessed quickly.").first()).toBeVisible();
  await expect(page.getByLabel("Name of the organisation")).toHaveValue("Harbour Office");
  await looksRight(page);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page).not.toHaveURL(/setup/);
  await looksRight(page);

  const stranger = await browser.newPage();
  expect((await stranger.goto(`${empty}/setup`))?.status()).toBe(404);
  await stranger.close();

  await page.goto(`${empty}/admin/units`);
  await looksRight(page);
  await page.goto(`${empty}/admin/people/new`);
  await page.getByLabel("Name", { exact: true }).fill("Marta Zielińska");
  await page.getByLabel("Mail address").fill("marta@example.org");
  await page.getByLabel("Language of the invitation").selectOption("pl");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Marta Zielińska is invited")).toBeVisible();
  await looksRight(page);

  const link = await mailed("empty", "marta@example.org", /(http\S+\/invitation\/[\w-]+)/);
  const context = await browser.newContext({ locale: "en" });
  const marta = await context.newPage();
  marta.on("pageerror", (error) => errors.push(error.message));
  await marta.goto(link);
  await looksRight(marta);
  await expect(marta.getByLabel("Name")).toHaveValue("Marta Zielińska");
  await marta.getByLabel("Language of the portal").selectOption("pl");
  await marta.getByLabel("New password").fill(password);
  await marta.getByRole("button", { name: "Come in" }).click();
  await expect(marta.locator("html")).toHaveAttribute("lang", "pl");
  await expect(marta.getByRole("heading", { level: 1 })).toContainText("Marta");
  await marta.goto(link);
  await expect(marta.getByRole("heading", { level: 1 }), "an invitation works once").not.toContainText("Marta Zielińska");
  await context.close();
});
