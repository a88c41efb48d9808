import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody, withToken } from "../support/portal-data";
import { ask, found, join, setStage, tell, v1, word } from "../support/stage";

test("on the first day home shows where to begin, with why, and one is in with one press", async ({ portal, enter }) => {
  const topic = word();
  const leader = await withToken(portal, await somebody());
  const { slug, name } = await found(leader, { name: `Club ${topic}`, domain: `All about ${topic}.` });
  const closed = await found(leader, { name: `Circle ${topic}`, domain: `More about ${topic}.`, entry: "request" });
  const me = await somebody();
  await inDatabase(`UPDATE "User" SET knows = ARRAY[$2] WHERE id = $1`, me.id, topic);
  const page = await enter(me);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${me.name}`);
  const fitting = page.getByRole("region", { name: "Communities that fit you" });
  await expect(fitting.getByRole("listitem")).toHaveCount(3);
  await expect(fitting.getByRole("listitem").filter({ hasText: name })).toContainText(`You know “${topic}”.`);
  await expect(fitting.getByRole("listitem").filter({ hasText: closed.name }).getByRole("link", { name: "Ask to join" })).toHaveAttribute("href", `/communities/${closed.slug}#ask`);
  await expect(page.getByRole("region", { name: "So that colleagues find you" })).toContainText("What you want to learn");
  await looksRight(page);
  await fitting.getByRole("button", { name: `Join: ${name}. I do this` }).click();
  await expect(page.getByRole("link", { name }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Communities that fit you" })).toHaveCount(0);
  expect(await inDatabase(`SELECT m.interest FROM "Membership" m JOIN "Community" c ON c.id = m."communityId" WHERE m."userId" = $1 AND c.slug = $2`, me.id, slug)).toEqual([{ interest: "DO_THIS" }]);
});

test("on a busy day home says what is asked, what is due and what is new, and what is done is gone", async ({ portal, enter }) => {
  const { leads, person, leader, member, place, question } = await setStage(portal);
  const asker = await somebody();
  const outside = await withToken(portal, asker);
  const gate = await found(leader, { name: `Gate ${word()}`, entry: "request" });
  await outside.put(`${v1}/communities/${gate.slug}/membership`, { data: { interest: "interested" } });
  const named = await ask(member, place, { title: `Who knows ${word()}?`, body: `Ask @${leads.handle}.`, tags: [] });
  const help = await ask(leader, place, { kind: "help-request", title: `Carry ${word()}`, body: "Shelves.", tags: [] });
  await inDatabase(`UPDATE "Discussion" SET "neededBy" = current_date - 2 WHERE id = $1`, help.id);

  const page = await enter(leads);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 things wait for your answer, and one request is past its day.");
  const asked = page.getByRole("region", { name: /^Asked of you/ });
  await expect(asked.getByRole("listitem").first()).toContainText(`Somebody asks to join ${gate.name}`);
  await expect(asked.getByRole("listitem").first()).toContainText(asker.name);
  await expect(asked.getByRole("listitem").nth(1)).toContainText(named.title);
  await expect(page.getByRole("region", { name: /^Due/ }).getByRole("listitem")).toContainText(["2 days late"]);
  await expect(page.getByRole("region", { name: "New where you belong" })).toContainText(`${person.name} replied`);
  await looksRight(page);

  await asked.getByRole("link", { name: `Answer: ${named.title}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(named.title);
  await tell(leader, named.id, "I do.");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One thing waits for your answer, and one request is past its day.");
  await expect(page.getByText(question.title).first()).toBeVisible();
});

test("who belongs to a place and has read everything is told so, without JavaScript too", async ({ portal, enter }) => {
  const me = await somebody();
  const { slug } = await found(await withToken(portal, await somebody()));
  await join(await withToken(portal, me), slug);
  const page = await enter(me, { javaScriptEnabled: false });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody waits for you, and all is read.");
});
