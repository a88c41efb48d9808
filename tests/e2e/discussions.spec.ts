import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody } from "../support/portal-data";
import { ask, setStage, type Thing, v1, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

const place = "/communities/digital-help";
const at = (community: string, { id }: Thing, more = "") => `/communities/${community}/discussions/${id}${more}`;
const keptOn = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.status() === 204);
const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
/** Writes over a text that stands there, as people do: once the field has become the editor. */
const rewrite = async (page: Page, said: string) => {
  await text(page).focus();
  await expect(page.getByRole("button", { name: /^Bold/ })).toBeVisible();
  await text(page).fill(said);
};
const title = () => `Which reader for large print ${randomUUID().slice(0, 8)}?`;

test("ask, answer, accept, thank, and find it among the others", async ({ as }) => {
  const said = title();
  const { page: asker } = await as("employee@demo.example");
  await asker.goto(place);
  await asker.getByRole("link", { name: "Ask or share" }).click();
  await asker.getByLabel("Title").fill(said);
  await asker.getByLabel("Text", { exact: true }).fill("She reads with a **lens** and wants *larger* letters.");
  await asker.getByLabel("Tags").fill("e-readers, Large print");
  await asker.getByRole("button", { name: "Post", exact: true }).click();
  await expect(asker.getByRole("heading", { level: 1, name: said })).toBeVisible();
  await expect(asker.locator(".prose strong")).toHaveText("lens");

  const { page: helper } = await as("leader@demo.example");
  await helper.goto(asker.url());
  await helper.getByLabel("Your answer").fill("The one with the dial at the side.");
  await helper.getByRole("button", { name: "Post answer" }).click();
  const answer = helper.getByRole("article", { name: "Answer by Tomasz Zieliński" });
  await expect(answer).toContainText("The one with the dial");
  await expect(helper.getByLabel("Your answer")).toHaveValue("");

  await asker.reload();
  await asker.getByRole("article", { name: /Answer by/ }).getByRole("button", { name: "Thanks" }).click();
  await expect(asker.getByRole("article", { name: /Answer by/ }).getByRole("button", { name: /Thanks 1/ })).toHaveAttribute("aria-pressed", "true");
  await asker.getByRole("button", { name: "Accept answer" }).click();
  await expect(asker.getByText("Accepted answer")).toBeVisible();
  await asker.goto(place);
  const row = asker.getByRole("listitem").filter({ hasText: said });
  await expect(row).toContainText("accepted");
});

test("what is being written is kept as a draft, and comes back on another visit", async ({ portal, enter }) => {
  const { person, place: here } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${here}/discussions/new`);
  await page.getByLabel("Title").fill("Kto zamyka we wtorki?");
  const kept = keptOn(page);
  await page.getByLabel("Text", { exact: true }).fill("Dwa tygodnie temu zamykałam sama.");
  await kept;
  await expect(page.getByText(/Draft kept/)).toBeVisible();
  await page.close();
  const later = await enter(person);
  await later.goto(`/communities/${here}/discussions/new`);
  await expect(later.getByLabel("Title")).toHaveValue("Kto zamyka we wtorki?");
  await expect(later.getByLabel("Text", { exact: true })).toHaveValue("Dwa tygodnie temu zamykałam sama.");
});

test("what was typed a moment before the page is left is kept, too", async ({ portal, enter }) => {
  const { person, place: here, question } = await setStage(portal);
  const page = await enter(person);
  await page.goto(at(here, question));
  for (const [words, leave] of [["Left by a link.", () => page.getByRole("link", { name: "People", exact: true }).click()], ["Left by the address.", () => page.goto("/people")]] as const) {
    await page.getByLabel("Your answer").fill(words);
    await leave();
    await expect(page).toHaveURL(/people$/);
    await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "Draft" WHERE "userId" = $1 AND fields ->> 'body' = $2`, person.id, words)).length).toBe(1);
    await page.goto(at(here, question));
    await expect(page.getByLabel("Your answer")).toHaveValue(words);
  }
});

test("what the server did not take stays on the device, and is taken on the next visit", async ({ portal, enter }) => {
  const { person, place: here, question } = await setStage(portal);
  const page = await enter(person);
  await page.goto(at(here, question));
  await page.route("**/api/drafts", (route) => route.fulfill({ status: 429 }));
  await page.getByLabel("Your answer").fill("Written in a tunnel.");
  await expect(page.getByText("Kept on this device")).toBeVisible();
  await page.unroute("**/api/drafts");
  const kept = keptOn(page);
  await page.goto(at(here, question));
  await kept;
  await expect(page.getByLabel("Your answer")).toHaveValue("Written in a tunnel.");
  const elsewhere = await enter(person);
  await elsewhere.goto(at(here, question));
  await expect(elsewhere.getByLabel("Your answer")).toHaveValue("Written in a tunnel.");
});

test("two people change the same text: the second sees both and loses nothing", async ({ portal, enter }) => {
  const { leads, person, member, place: here } = await setStage(portal);
  const shared = await ask(member, here, { title: "Which glue?", body: "First line.\n\nSecond line.\n\nThird line." });
  const [one, other] = [await enter(person), await enter(leads)];
  for (const page of [one, other]) await page.goto(at(here, shared, `?edit=${shared.id}`));
  await rewrite(one, "First line, mine.\n\nSecond line.\n\nThird line.");
  await one.getByLabel("Title").fill("Which glue for cloth?");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.locator(".prose").first()).toContainText("First line, mine.");
  await rewrite(other, "First line.\n\nSecond line.\n\nThird line, theirs.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Somebody saved this text while you were changing it.")).toBeVisible();
  await expect(text(other)).toHaveValue("First line, mine.\n\nSecond line.\n\nThird line, theirs.");
  await expect(other.getByLabel("Title"), "what only the first one changed").toHaveValue("Which glue for cloth?");
  await looksRight(other);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.locator(".prose").first()).toContainText("Third line, theirs.");
  await expect(other.locator(".prose").first()).toContainText("First line, mine.");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Which glue for cloth?");
});

for (const what of ["question", "answer"] as const)
  test(`a draft of an edit comes back beside what others have saved since: ${what}`, async ({ portal, enter }) => {
    const { leader, member, place: here, question, answer } = await setStage(portal);
    const [post, api, path] = what === "question" ? [question, leader, "discussions"] : [answer, member, "replies"];
    const write = async (version: number, body: string) => expect((await api.patch(`${v1}/${path}/${post.id}`, { data: { version, body } })).status()).toBe(200);
    await write(1, "First line.\n\nSecond line.\n\nThird line.");
    await inDatabase(`UPDATE "Membership" SET role = 'LEADER' WHERE "communityId" = (SELECT id FROM "Community" WHERE slug = $1)`, here);
    const someone = await somebody();
    await inDatabase(`INSERT INTO "Membership" ("userId", "communityId", role) SELECT $1, id, 'LEADER' FROM "Community" WHERE slug = $2`, someone.id, here);
    const page = await enter(someone);
    await page.goto(at(here, question, `?edit=${post.id}`));
    const kept = keptOn(page);
    await rewrite(page, "First line.\n\nSecond line.\n\nThird line, drafted.");
    await kept;
    await page.close();
    await write(2, "First line, saved since.\n\nSecond line.\n\nThird line.");

    const later = await enter(someone);
    await later.goto(at(here, question, `?edit=${post.id}`));
    await expect(later.getByText("Somebody saved this text while you were changing it.")).toBeVisible();
    await expect(text(later)).toHaveValue("First line, saved since.\n\nSecond line.\n\nThird line, drafted.");
    await later.getByRole("button", { name: "Save" }).click();
    const shown = later.locator(`#p-${post.id} .prose`);
    await expect(shown).toContainText("First line, saved since.");
    await expect(shown).toContainText("Third line, drafted.");
  });

test("a deleted reply is undone from the note; where others hang on it, its place stays", async ({ portal, enter }) => {
  const { person, leader, place: here, question, answer } = await setStage(portal);
  const page = await enter(person);
  await page.goto(at(here, question));
  const mine = page.getByRole("article").filter({ hasText: "Wheat paste." });
  const remove = async () => {
    await mine.locator("summary").last().click();
    await mine.getByRole("button", { name: "Delete" }).click();
    await expect(mine).toHaveCount(0);
  };
  await remove();
  await expect(page.getByText("This reply was deleted.")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mine).toBeVisible();
  expect((await leader.post(`${v1}/discussions/${question.id}/replies`, { data: { body: "How thin?", parentId: answer.id } })).status()).toBe(201);
  await page.reload();
  await mine.locator("summary").first().click();
  await mine.getByRole("button", { name: "Delete" }).first().click();
  await expect(page.getByText("This reply was deleted. What was said under it stays.")).toBeVisible();
  await expect(page.getByText("How thin?")).toBeVisible();
  await expect(page.getByText("Wheat paste.")).toHaveCount(0);
});

test("a discussion is deleted and had back", async ({ portal, enter }) => {
  const { leads, member, place: here, question } = await setStage(portal);
  const page = await enter(leads);
  await page.goto(at(here, question));
  const first = page.getByRole("article", { name: /Question by/ });
  await first.locator("summary").click();
  await first.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(new RegExp(`/communities/${here}$`));
  expect((await member.get(`${v1}/discussions/${question.id}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Which glue for leather?" }).first()).toBeVisible();
  expect((await member.get(`${v1}/discussions/${question.id}`)).status()).toBe(200);
});

test("an address of an answer leads to the page it stands on, whatever page that is", async ({ portal, enter }) => {
  const { leads, person, member, place: here, question, answer } = await setStage(portal);
  await inDatabase(
    `INSERT INTO "Reply" (id, "discussionId", "authorId", body, html, language, "createdAt", "updatedAt")
      SELECT gen_random_uuid(), $1, $2, 'Answer ' || n, '<p>Answer ' || n || '</p>', 'en', now() + n * interval '1 millisecond', now() FROM generate_series(1, 40) n`,
    question.id, person.id,
  );
  await inDatabase(`UPDATE "Discussion" SET "replyCount" = 41 WHERE id = $1`, question.id);
  const last = (await inDatabase<{ id: string }>(`SELECT id FROM "Reply" WHERE "discussionId" = $1 AND body = 'Answer 40'`, question.id))[0]?.id ?? "";
  const page = await enter(leads);
  await page.goto(at(here, question));
  await expect(page.getByText("Wheat paste.")).toBeVisible();
  await expect(page.getByText("Answer 40")).toHaveCount(0);
  const { url } = (await (await member.get(`${v1}/replies/${last}`)).json()) as { url: string };
  await page.goto(url);
  await expect(page.locator(`#p-${last}`)).toBeInViewport();
  await page.goto(at(here, question, `?edit=${last}`));
  await rewrite(page, "Answer 40, edited.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Answer 40, edited.")).toBeInViewport();
  await page.goto(at(here, question, `?answer=${answer.id}`));
  await expect(page.getByText("Wheat paste.")).toBeVisible();
  await page.getByLabel("Your answer").fill("The forty-second.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.getByText("The forty-second.")).toBeInViewport();
});

test("without JavaScript one finds, reads, joins, asks, answers and accepts", async ({ portal, enter }) => {
  const { leads, member, place: here, question } = await setStage(portal);
  const said = word();
  const shared = await ask(member, here, { title: `Leather ${said}`, body: "It cracks." });
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" WHERE id = $1`, shared.id)).length, { timeout: 30_000 }).toBe(1);
  const page = await enter(await somebody(), { javaScriptEnabled: false });
  await page.goto(`/search?q=${said}`);
  await page.locator("#search-q").fill(`leather ${said}`);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: `Leather ${said}` }).click();
  await expect(page.getByText("It cracks.")).toBeVisible();
  await page.getByRole("link", { name: /^Join / }).click();
  await page.locator("summary").getByText("Join", { exact: true }).click();
  await page.getByRole("button", { name: "I am interested" }).click();
  await expect(page.getByText(/You belong since/)).toBeVisible();
  await page.goto(at(here, shared));
  await page.getByLabel("Your answer").fill("Warm it *slowly*.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.locator(".prose em")).toHaveText("slowly");
  await page.getByRole("article", { name: /Question by/ }).getByRole("button", { name: "Same here" }).click();
  await expect(page.getByRole("article", { name: /Question by/ }).getByRole("button", { name: /Same here 1/ })).toBeVisible();
  await page.goto(`/communities/${here}/discussions/new`);
  await page.getByLabel("Title").fill(`Cloth ${said}?`);
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByLabel("Title"), "what was typed stays when something is missing").toHaveValue(`Cloth ${said}?`);
  await page.getByLabel("Text", { exact: true }).fill("Without any script.");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Cloth ${said}?` })).toBeVisible();
  const leader = await enter(leads, { javaScriptEnabled: false });
  await leader.goto(at(here, question));
  await leader.getByRole("button", { name: "Accept answer" }).click();
  await expect(leader.getByText("Accepted answer")).toBeVisible();
});

test("the editor comes when one writes: bold, preview, mention, picture", async ({ as }) => {
  const { page } = await as("employee@demo.example");
  await page.goto(`${place}/discussions/new`);
  const field = page.getByLabel("Text", { exact: true });
  await field.click();
  await expect(page.getByRole("button", { name: /^Bold/ })).toBeVisible();
  await field.pressSequentially("Ask @tom");
  await page.getByRole("option", { name: /Tomasz Zieliński/ }).click();
  await expect(field).toHaveValue("Ask @tomasz ");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".ed .prose a")).toHaveAttribute("href", "/people/tomasz");
  await page.getByRole("button", { name: "Write" }).click();
  await page.locator(".ed input[type=file]").setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") });
  await expect(field).toHaveValue(/!\[dot\.png\]\(\/files\/[0-9a-f-]{36}\/dot\.png\)/);
});
