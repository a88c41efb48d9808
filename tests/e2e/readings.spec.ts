import { expect, looksRight, test } from "../support/browser";
import { inDatabase } from "../support/portal-data";
import { setStage, v1 } from "../support/stage";

test("what is new is counted, marked and led to; reading or catching up ends that", async ({ portal, enter }) => {
  const { person, leader, place, question } = await setStage(portal);
  await inDatabase(`UPDATE "Membership" SET "caughtUpAt" = now() - interval '1 hour' WHERE "userId" = $1`, person.id);
  const page = await enter(person);
  const said = () => leader.post(`${v1}/discussions/${question.id}/replies`, { data: { body: "Something more." } });
  expect((await said()).status()).toBe(201);
  const home = `/communities/${place}`;
  const places = page.getByRole("navigation", { name: "Your communities" });
  await page.goto(home);
  await expect(places.getByRole("link")).toContainText("1");
  await looksRight(page);
  await page.goto(`${home}/discussions/${question.id}`);
  await expect(async () => {
    await page.goto(home);
    await expect(places.getByText("unread:")).toHaveCount(0, { timeout: 500 });
  }, "once the page was shown").toPass();
  expect((await said()).status()).toBe(201);
  await page.goto(`${home}/discussions/${question.id}`);
  await page.getByRole("link", { name: "1 new since you were here" }).click();
  await expect(page).toHaveURL(/#p-/);
  await expect(page.locator("article", { hasText: "Something more." }).last().getByText("New", { exact: true })).toBeVisible();
  expect((await said()).status()).toBe(201);
  await page.goto(home);
  await page.getByRole("button", { name: "I am up to date here" }).click();
  await expect(places.getByText("unread:")).toHaveCount(0);
});
