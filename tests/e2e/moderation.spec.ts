import type { Page } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody, withToken } from "../support/portal-data";
import { ask, found, setStage, tell, type Thing, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

const at = (place: string, { id }: Thing, page = "") => `/communities/${place}/discussions/${id}${page}`;
const more = (page: Page, name: RegExp | string) => page.getByRole("article", { name }).first().locator("summary");

test("a leader pins, closes and opens again; a member sees it, and finds no such page", async ({ portal, enter }) => {
  const { leads, person, place, question } = await setStage(portal);
  const leader = await enter(leads);
  await leader.goto(at(place, question));
  await more(leader, /Question by/).click();
  await leader.getByRole("link", { name: "Manage" }).click();
  await expect(leader.getByRole("heading", { level: 1, name: "Manage" })).toBeVisible();
  await leader.getByRole("button", { name: "Pin", exact: true }).click();
  await expect(leader.getByRole("button", { name: "Unpin" })).toBeVisible();
  await leader.getByRole("button", { name: "Close", exact: true }).click();
  await expect(leader.getByRole("button", { name: "Open again" })).toBeVisible();

  const member = await enter(person);
  await member.goto(at(place, question));
  await expect(member.getByText("Pinned")).toBeVisible();
  await expect(member.getByText("This discussion is closed.")).toBeVisible();
  expect((await member.goto(at(place, question, "/manage")))?.status()).toBe(404);
  await leader.getByRole("button", { name: "Open again" }).click();
  await expect(leader.getByRole("button", { name: "Close", exact: true })).toBeVisible();
  await member.goto(at(place, question));
  await expect(member.getByLabel("Your answer")).toBeVisible();
});

test("a history shows what changed by whom, and an older version comes back", async ({ portal, enter }) => {
  const { leads, leader, place, question } = await setStage(portal);
  await leader.patch(`/api/v1/discussions/${question.id}`, { data: { version: question.version, title: "Which thread for leather?", body: "It comes off **every week**." } });
  const page = await enter(leads);
  await page.goto(at(place, question));
  await page.getByRole("link", { name: "edited" }).click();
  await expect(page.getByRole("heading", { name: "What changed in version 2" })).toBeVisible();
  await expect(page.locator(".diff .removed b").first()).toHaveText("glue");
  await expect(page.locator(".diff .added b").first()).toHaveText("thread");
  await page.getByRole("link", { name: "Version 1" }).click();
  await expect(page.getByRole("heading", { name: "As first written" })).toBeVisible();
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Which glue for leather?" })).toBeVisible();
  await page.goto(at(place, question, "/history"));
  await expect(page.getByRole("link", { name: /^Version/ })).toHaveCount(3);
});

test("a reader reports an answer; the leader looks, and says what was done", async ({ portal, enter }) => {
  const { leads, place, question } = await setStage(portal);
  const reader = await enter(await somebody());
  await reader.goto(at(place, question));
  await more(reader, /Answer by/).click();
  await reader.getByRole("article", { name: /Answer by/ }).getByRole("link", { name: "Report" }).click();
  await reader.getByLabel("What is wrong with it?").fill("It names a patron.");
  await reader.getByRole("button", { name: "Report" }).click();
  await expect(reader.getByText("The leaders know of it.")).toBeVisible();

  const leader = await enter(leads);
  await leader.goto(`/communities/${place}`);
  await leader.getByRole("link", { name: "One reported post waits." }).click();
  await expect(leader.getByText("It names a patron.")).toBeVisible();
  await leader.getByLabel("What did you do?").fill("Asked for another wording.");
  await leader.getByRole("button", { name: "Settled" }).click();
  await expect(leader.getByText("Nothing is reported.")).toBeVisible();
  expect((await reader.goto(`/communities/${place}/reports`))?.status()).toBe(404);
});

test("a discussion moves to another community and back, and each address follows it", async ({ portal, enter }) => {
  const [{ leads, person, place, question }, other] = [await setStage(portal), await setStage(portal)];
  await inDatabase(`INSERT INTO "Membership" ("userId", "communityId", role) SELECT $1, id, 'LEADER' FROM "Community" WHERE slug = $2`, leads.id, other.place);
  const [leader, member] = [await enter(leads), await enter(person)];
  for (const [from, to] of [[place, other.place], [other.place, place]] as const) {
    await leader.goto(at(from, question, "/manage"));
    await leader.getByLabel("Community", { exact: true }).selectOption(to);
    await leader.getByRole("button", { name: "Move" }).click();
    await leader.waitForURL(new RegExp(at(to, question)));
    for (const address of [from, to]) {
      await member.goto(at(address, question));
      await expect(member).toHaveURL(new RegExp(`${at(to, question)}$`));
      await expect(member.getByText("Wheat paste.")).toBeVisible();
    }
  }
});

test("two discussions become one: the first post a reply, the old address a way there", async ({ portal, enter }) => {
  const { leads, leader, member, place, question } = await setStage(portal);
  const twin = await ask(leader, place, { title: `Glue once more ${word()}` });
  await tell(member, twin.id, "Bone *glue*.");
  const page = await enter(leads);
  await page.goto(at(place, twin, "/manage"));
  await page.getByLabel("Address of the other discussion").fill("somewhere");
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("This is no address of a discussion.").first()).toBeVisible();
  await page.getByLabel("Address of the other discussion").fill(`${portal}${at(place, question)}#p-1`);
  await page.getByRole("button", { name: "Merge" }).click();
  await page.waitForURL(new RegExp(at(place, question)));
  await expect(page.getByText(twin.title)).toBeVisible();
  await expect(page.getByText("Bone glue.")).toBeVisible();
  await page.goto(at(place, twin));
  await expect(page).toHaveURL(new RegExp(at(place, question)));
});

test("out of a private community a discussion goes only when its authors agree", async ({ portal, enter }) => {
  const [leads, author, stranger] = [await somebody(), await somebody(), await somebody("ADMINISTRATOR")];
  const api = await withToken(portal, leads);
  const [inside, outside] = [await found(api, { entry: "private" }), await found(api)];
  await inDatabase(`INSERT INTO "Membership" ("userId", "communityId") SELECT $1, id FROM "Community" WHERE slug = $2`, author.id, inside.slug);
  const question = await ask(await withToken(portal, author), inside.slug);
  const leader = await enter(leads);
  await leader.goto(at(inside.slug, question, "/manage"));
  await leader.getByLabel("Community", { exact: true }).selectOption(outside.slug);
  await leader.getByRole("button", { name: "Ask the authors" }).click();
  await expect(leader.getByText("One author has not answered yet.")).toBeVisible();
  const outsider = await enter(stranger);
  for (const page of ["", "/move", "/history", "/manage", "/report", "/hide"]) expect((await outsider.goto(at(inside.slug, question, page)))?.status()).toBe(404);

  const writer = await enter(author);
  await writer.goto(at(inside.slug, question));
  await writer.getByRole("link", { name: "Decide" }).click();
  await expect(writer.getByText("Then everyone in the portal can read it")).toBeVisible();
  await looksRight(writer);
  await writer.getByRole("button", { name: "I agree" }).click();
  await writer.waitForURL(new RegExp(at(outside.slug, question)));
  expect((await outsider.goto(at(outside.slug, question)))?.status()).toBe(200);
});

test("the administrator hides a post in an open community; its place and the reason stay", async ({ portal, enter }) => {
  const { person, place, question } = await setStage(portal);
  const administrator = await enter(await somebody("ADMINISTRATOR"));
  await administrator.goto(at(place, question));
  await more(administrator, /Answer by/).click();
  await administrator.getByRole("article", { name: /Answer by/ }).getByRole("link", { name: "Hide" }).click();
  await administrator.getByLabel("Reason").fill("It names a patron.");
  await administrator.getByRole("button", { name: "Hide" }).click();
  await administrator.waitForURL(new RegExp(at(place, question)));
  const reader = await enter(person);
  await reader.goto(at(place, question));
  await expect(reader.getByText("Hidden by the administrator: It names a patron.")).toBeVisible();
  await expect(reader.getByText("Wheat paste.")).toHaveCount(0);
});

test("of a discussion that the administrator hid neither title nor text is left, in no list", async ({ portal, enter }) => {
  const { person, member, place } = await setStage(portal);
  const said = word();
  const hidden = await ask(member, place, { title: `Patron ${said}`, body: `About ${said}.` });
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" WHERE id = $1`, hidden.id)).length, { timeout: 30_000 }).toBe(1);
  const administrator = await enter(await somebody("ADMINISTRATOR"));
  await administrator.goto(at(place, hidden, "/hide"));
  await administrator.getByLabel("Reason").fill("It names a patron.");
  await administrator.getByRole("button", { name: "Hide" }).click();
  await expect(administrator.getByRole("heading", { level: 1, name: "Hidden by the administrator" })).toBeVisible();
  const reader = await enter(person);
  for (const address of [at(place, hidden), `/communities/${place}`, "/", at(place, hidden, "/report"), `/search?q=${said}`]) {
    await reader.goto(address);
    await expect(reader.locator("main").getByText(`Patron ${said}`), address).toHaveCount(0);
    expect(await reader.title(), address).not.toContain("Patron");
  }
  await reader.goto(`/communities/${place}`);
  await expect(reader.getByRole("link", { name: "Hidden by the administrator" })).toBeVisible();
  expect(await (await member.get(`/api/v1/discussions/${hidden.id}`)).json()).toMatchObject({ title: "", body: "", bodyHtml: "" });
  const overwritten = await member.patch(`/api/v1/discussions/${hidden.id}`, { data: { version: 1, title: "Back again" } });
  expect([overwritten.status(), ((await overwritten.json()) as { code: string }).code]).toEqual([409, "hidden"]);
  const stale = await (await member.patch(`/api/v1/discussions/${hidden.id}`, { data: { version: 9, title: "Back again" } })).text();
  expect(stale).not.toContain(said);
});

test("a hot topic that has closed asks its starter what came of it", async ({ portal, enter }) => {
  const { leads, leader, place } = await setStage(portal);
  const topic = await ask(leader, place, { kind: "hot-topic" });
  await inDatabase(`UPDATE "Discussion" SET "closedAt" = now() WHERE id = $1`, topic.id);
  const page = await enter(leads);
  await page.goto(at(place, topic));
  await page.getByRole("link", { name: "Sum up" }).click();
  await page.getByRole("textbox", { name: "What came of it" }).fill("Paste it is, **twice a year**.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`${at(place, topic)}$`));
  await expect(page.getByText("Paste it is")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sum up" })).toHaveCount(0);
});
