import type { Page } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { inDatabase, withCookie } from "../support/portal-data";
import { setStage, tell, v1 } from "../support/stage";

const bell = (page: Page) => page.getByRole("link", { name: /^Notifications, / }).first();
/** Until what was said has been carried to those it concerns. */
const rows = (userId: string, count: number) => expect.poll(async () => (await inDatabase(`SELECT 1 FROM "Notification" WHERE "userId" = $1`, userId)).length, { timeout: 60_000 }).toBe(count);

test("who is answered is told so, once a conversation, with the reason; reading it ends that, and muting it ends all", async ({ portal, enter }) => {
  const { leads, member, question } = await setStage(portal);
  await tell(member, question.id, "And press it overnight.");
  await rows(leads.id, 2);
  const page = await enter(leads);
  await page.goto("/");
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 new");
  await bell(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "One thing is new for you" })).toBeVisible();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: question.title }) });
  await expect(row).toContainText("answered you");
  await expect(row).toContainText("Because you started this discussion.");
  await looksRight(page);
  await row.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nothing new for you" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "One thing is new for you" })).toBeVisible();
  const remembered = page.waitForResponse((answer) => answer.url().endsWith("/api/readings"));
  await row.getByRole("link", { name: question.title }).click();
  expect((await remembered).status()).toBe(204);
  await page.goto("/notifications?show=unread");
  await expect(page.getByText("You have read everything.")).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Notifications, none new");
  await page.getByRole("link", { name: "Show all" }).click();
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Mute this discussion" }).click();
  await expect(page.getByText("You will hear of it as you chose.")).toBeVisible();
  await tell(member, question.id, "One more thing.");
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" d JOIN "Reply" r ON r.id = d.id WHERE r."discussionId" = $1`, question.id)).length, { timeout: 60_000 }).toBe(3);
  await rows(leads.id, 2);
});

test("what is followed is chosen in the head of a community, of a discussion and beside a tag, without JavaScript too", async ({ portal, enter }) => {
  const { person, leader, place, question } = await setStage(portal);
  const page = await enter(person, { javaScriptEnabled: false });
  const choose = async (now: string, of: string, level: string) => {
    const menu = page.locator("details").filter({ has: page.locator("summary", { hasText: `${now}: ${of}` }) });
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: level, exact: true }).click();
  };
  await page.goto(`/communities/${place}`);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await choose("Replies only", name, "Everything");
  await expect(page.locator("summary", { hasText: `Following: ${name}` })).toBeVisible();
  await page.goto(`/communities/${place}/discussions/${question.id}`);
  await choose("Following", question.title, "Nothing");
  await expect(page.locator("summary", { hasText: `Muted: ${question.title}` })).toBeVisible();
  await choose("Muted", question.title, "As it is by default");
  await expect(page.locator("summary", { hasText: `Following: ${question.title}` })).toBeVisible();
  await page.goto(`/communities/${place}?tag=glue`);
  await choose("Following", "glue", "Nothing");
  await expect(page.locator("summary", { hasText: "Muted: glue" })).toBeVisible();
  const asked = await leader.post(`${v1}/communities/${place}/discussions`, { data: { kind: "question", title: "Which paper?", body: "Thin.", tags: ["paper"] } });
  expect(asked.status()).toBe(201);
  const { id } = (await asked.json()) as { id: string };
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "Notification" WHERE "userId" = $1 AND "discussionId" = $2`, person.id, id)).length, { timeout: 60_000 }).toBe(1);
  await page.goto("/notifications");
  await expect(page.getByText(`Because you follow ${name}.`)).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nothing new for you" })).toBeVisible();
});

test("what was told of a place that is private now is gone from the page, from the bell and for programs", async ({ portal, enter }) => {
  const { leads, leader, member, place, question } = await setStage(portal);
  const [one] = await inDatabase<{ id: string }>(`SELECT id FROM "Community" WHERE slug = $1`, place);
  await tell(member, question.id);
  await rows(leads.id, 2);
  const program = async () => ((await (await leader.get(`${v1}/notifications`)).json()) as { items: unknown[] }).items.length;
  const page = await enter(leads);
  await page.goto("/notifications");
  await expect(page.getByRole("link", { name: question.title })).toBeVisible();
  expect(await program()).toBe(2);
  await inDatabase(`DELETE FROM "Membership" WHERE "userId" = $1`, leads.id);
  await inDatabase(`UPDATE "Community" SET entry = 'PRIVATE' WHERE id = $1`, one?.id);
  await page.goto("/notifications");
  await expect(page.getByText(question.title)).toHaveCount(0);
  await expect(bell(page)).toHaveAccessibleName("Notifications, none new");
  expect(await program()).toBe(0);
  const html = await (await withCookie(portal, leads, { accept: "text/html" })).get("/notifications");
  expect(await html.text()).not.toContain(place);
});
