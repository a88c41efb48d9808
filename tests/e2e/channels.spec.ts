import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody } from "../support/portal-data";

test.describe.configure({ timeout: 120_000 });

const narrow = { width: 320, height: 640 };

test("what reaches somebody, and when, is chosen by keyboard in a grid that fits any screen", async ({ enter }) => {
  const person = await somebody();
  const page = await enter(person);
  await page.goto("/settings/notifications");
  await looksRight(page);
  const mention = page.getByRole("radio", { name: "When somebody names me Mail at once" });
  await expect(mention).toBeChecked();
  await mention.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "When somebody names me Daily digest" })).toBeChecked();
  await page.getByLabel("Digests come at").selectOption("6");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "When somebody names me Daily digest" })).toBeChecked();
  expect(await inDatabase(`SELECT topic, channel::text FROM "ChannelChoice" WHERE "userId" = $1`, person.id)).toEqual([{ topic: "mention", channel: "DAILY" }]);
  await expect(page.getByRole("radio", { name: /^What asks something of me/ })).toHaveCount(4); // it cannot be missed
  await page.setViewportSize(narrow);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
  await looksRight(page);
});
