import { expect, looksRight, test } from "../support/browser";
import { inDatabase } from "../support/portal-data";
import { found, setStage, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

test("the search box suggests while one types, by keyboard alone, and remains a plain search", async ({ portal, enter }) => {
  const { person, leader } = await setStage(portal);
  const said = word();
  const { id, name } = await found(leader, { name: `Bookbinders ${said}` });
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" WHERE id = $1`, id)).length, { timeout: 30_000 }).toBe(1);
  const page = await enter(person);
  await page.goto("/people");
  const box = page.locator("#q");
  await expect(async () => {
    await box.blur();
    await box.focus();
    await expect(box).toHaveAttribute("role", "combobox", { timeout: 1000 });
  }, "as soon as the page listens").toPass();
  await box.fill(said.slice(0, 6));
  const list = page.getByRole("listbox");
  await expect(list.getByRole("group", { name: "Communities" }).getByRole("option", { name })).toBeVisible();
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await looksRight(page);
  await box.fill(said.slice(0, 7));
  await expect(list.getByRole("option", { name })).toBeVisible();
  await box.press("Escape");
  await expect(list).toBeHidden();
  await expect(box).toHaveValue(said.slice(0, 7));
  await box.fill(said.slice(0, 8));
  await expect(list).toBeVisible();
  await box.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toContainText(name);
  await expect(box).toHaveAttribute("aria-activedescendant", /suggest/);
  await box.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await box.fill(said);
  await box.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/search\\?q=${said}`));
});

test("Ctrl K opens the palette: places, actions in my communities, light and dark, and it closes as it came", async ({ portal, enter }) => {
  const { person, leader } = await setStage(portal);
  const { slug, name } = await found(leader);
  await inDatabase(`INSERT INTO "Membership" ("userId", "communityId") SELECT $1, id FROM "Community" WHERE slug = $2 ON CONFLICT DO NOTHING`, person.id, slug);
  const page = await enter(person);
  await page.goto("/people");
  const palette = page.getByRole("dialog", { name: "Go to, or do" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 2000 });
  }, "as soon as the page listens").toPass();
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await looksRight(page);
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.keyboard.press("Control+k");
  await field.fill(`ask ${name.split(" ").at(-1)?.slice(0, 5) ?? ""}`);
  await expect(palette.getByRole("option", { name: `Ask a question in ${name}` })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/communities/${slug}/discussions/new\\?kind=question`));
  await page.keyboard.press("Control+k");
  await field.fill("dark");
  await expect(palette.getByRole("option", { selected: true })).toHaveText("Look: dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
