import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody, withToken } from "../support/portal-data";
import { ask, found, setStage, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

const sentence = "Readers bring us books that fell into the bath, and nobody here knows which of them can be saved.";

for (const javaScriptEnabled of [true, false])
  test(`a community is founded after one piece of advice, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ enter }) => {
    const page = await enter(await somebody(), { javaScriptEnabled });
    await page.goto("/communities");
    await page.getByRole("link", { name: "Found a community" }).first().click();
    await page.getByLabel("Name", { exact: true }).fill("Knowledge sharing");
    await expect(async () => {
      await page.getByLabel("What is it about, in one sentence?").fill(sentence);
      if (javaScriptEnabled) await expect(page.getByText("“knowledge sharing” could be about anything")).toBeVisible({ timeout: 2_000 });
    }, "as soon as the page listens").toPass();
    await page.getByRole("button", { name: "Found it", exact: true }).click();
    await expect(page.getByText("Before you found it")).toBeVisible();
    await expect(page.getByLabel("What is it about, in one sentence?")).toHaveValue(sentence);
    if (javaScriptEnabled) await looksRight(page);
    const name = `Wet books ${word()}`;
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("What belongs here?").fill("Water, mud, mould.");
    await page.getByLabel("Three questions that would be asked here").fill("Freeze it?\nPress it?\nBin it?");
    await page.getByRole("button", { name: "Found it as it is" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.getByRole("link", { name: "About", exact: true }).click();
    await expect(page.getByText("Press it?")).toBeVisible();
  });

test("joining says why one is here, and leaving is one's own act", async ({ portal, enter }) => {
  const { slug, name } = await found(await withToken(portal, await somebody()));
  const page = await enter(await somebody());
  await page.goto(`/communities/${slug}`);
  await page.locator("summary").getByText("Join", { exact: true }).click();
  await page.getByRole("button", { name: "I do this" }).click();
  await expect(page.getByText(/You belong since .*“I do this”/)).toBeVisible();
  await page.getByRole("button", { name: "Say instead: “I am interested”" }).click();
  await expect(page.getByText(/You belong since .*“I am interested”/)).toBeVisible();
  await page.goto(`/communities/${slug}/leave`);
  await expect(page.getByRole("heading", { level: 1, name: `Leave ${name}?` })).toBeVisible();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL(/\/communities$/);
});

test("who asks to join is let in by who leads, and sees before that what the community is about", async ({ portal, enter }) => {
  const [leads, asks] = [await somebody(), await somebody()];
  const { slug } = await found(await withToken(portal, leads), { entry: "request" });
  const asker = await enter(asks);
  await asker.goto(`/communities/${slug}`);
  await expect(asker.getByText("Glue, thread, paper.")).toBeVisible();
  await expect(asker.getByText("A list of glues")).toBeVisible();
  await looksRight(asker);
  await asker.getByRole("link", { name: "Ask to join" }).click();
  await asker.getByLabel("I am interested").check();
  await asker.getByLabel("A word to the leaders").fill("I dropped one myself.");
  await asker.getByRole("button", { name: "Send the request" }).click();
  await expect(asker.getByText("You asked to join")).toBeVisible();
  await expect(asker.getByRole("button", { name: "Send the request" })).toHaveCount(0);
  expect((await asker.goto(`/communities/${slug}/members`))?.status()).toBe(404);

  const leader = await enter(leads);
  await leader.goto(`/communities/${slug}`);
  await leader.getByRole("link", { name: "1 person asks to join" }).click();
  await expect(leader.getByText("I dropped one myself.")).toBeVisible();
  await leader.getByRole("button", { name: "Let in" }).click();
  await expect(leader.getByText("I dropped one myself.")).toBeHidden();
  expect((await asker.goto(`/communities/${slug}/members`))?.status()).toBe(200);
});

test("an invitation is an offer: one declines, another accepts, and nobody belongs before", async ({ portal, enter }) => {
  const [leads, no, yes] = [await somebody(), await somebody(), await somebody()];
  const { slug, name } = await found(await withToken(portal, leads), { entry: "private" });
  const leader = await enter(leads);
  await leader.goto(`/communities/${slug}/members`);
  for (const { handle } of [no, yes]) {
    await leader.getByLabel("Handle").fill(handle);
    await leader.getByLabel("A word to them").fill("You bind books, do you not?");
    await leader.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(leader.locator(`a[href="/people/${handle}"]`)).toBeVisible();
  }
  for (const { id } of [no, yes]) expect(await inDatabase(`SELECT 1 FROM "Membership" WHERE "userId" = $1`, id)).toEqual([]);

  const declines = await enter(no);
  await declines.goto("/communities");
  await declines.getByRole("link", { name }).first().click();
  await expect(declines.getByText("You bind books, do you not?")).toBeVisible();
  await looksRight(declines);
  await declines.getByRole("button", { name: "No, thank you" }).click();
  await expect(declines).toHaveURL(/\/communities$/);
  await expect(declines.locator("main")).not.toContainText(name);
  expect((await declines.goto(`/communities/${slug}`))?.status(), "what one declined is out of sight again").toBe(404);

  const accepts = await enter(yes);
  await accepts.goto(`/communities/${slug}`);
  await accepts.getByRole("button", { name: "Join: I do this" }).click();
  await expect(accepts.getByText(/You belong since/)).toBeVisible();
  await leader.goto(`/communities/${slug}/members`);
  await expect(leader.getByRole("listitem").filter({ hasText: yes.name })).toContainText("does this");
  await expect(leader.locator("main")).not.toContainText(no.name);
});

test("the last one who leads goes when somebody has taken over", async ({ portal, enter }) => {
  const { leads, person, place } = await setStage(portal);
  const leader = await enter(leads);
  await leader.goto(`/communities/${place}/leave`);
  await expect(leader.getByText("You are the only one who looks after it.")).toBeVisible();
  await leader.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(leader.getByText(`You have asked ${person.name} to take over.`)).toBeVisible();
  const member = await enter(person);
  await member.goto(`/communities/${place}`);
  await expect(member.getByText(`${leads.name} would like to leave and asks you to take over`)).toBeVisible();
  await member.getByRole("button", { name: "Yes, I will" }).click();
  await expect(member.getByRole("link", { name: "Settings", exact: true }).last()).toHaveAttribute("href", `/communities/${place}/settings`);
  await leader.goto(`/communities/${place}`);
  await expect(leader.getByText(/You belong since/)).toHaveCount(0);
});

test("a second leader is asked, leads, and can be relieved", async ({ portal, enter }) => {
  const { leads, person, place } = await setStage(portal);
  const [leader, member] = [await enter(leads), await enter(person)];
  await leader.goto(`/communities/${place}/members`);
  await leader.locator("summary").getByText(`What to do with ${person.name}`).locator("..").click();
  await leader.getByRole("button", { name: "Ask to lead" }).click();
  await expect(leader.getByText("asked to lead, no answer yet")).toBeVisible();
  expect((await member.goto(`/communities/${place}/settings`))?.status(), "asked is not yet leading").toBe(404);
  await member.goto(`/communities/${place}`);
  await member.getByRole("button", { name: "Yes, I will" }).click();
  await expect(member.getByRole("button", { name: "Yes, I will" })).toHaveCount(0);
  expect((await member.goto(`/communities/${place}/settings`))?.status()).toBe(200);
  await leader.goto(`/communities/${place}/members`);
  await leader.locator("summary").getByText(`What to do with ${person.name}`).locator("..").click();
  await leader.getByRole("button", { name: "Relieve of the lead" }).click();
  await expect(leader.getByRole("listitem").filter({ hasText: person.name })).not.toContainText("Leader");
  expect((await member.goto(`/communities/${place}/settings`))?.status()).toBe(404);
});

test("an archived community is read, not written in, until it is opened again", async ({ portal, enter }) => {
  const { leads, person, place, question } = await setStage(portal);
  const [leader, member] = [await enter(leads), await enter(person)];
  await leader.goto(`/communities/${place}/settings`);
  await leader.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(leader.getByRole("button", { name: "Open again" })).toBeVisible();
  await member.goto(`/communities/${place}`);
  await expect(member.getByText("It can be read, not written in.")).toBeVisible();
  await expect(member.getByRole("link", { name: "Ask or share" })).toHaveCount(0);
  await member.goto(`/communities/${place}/discussions/${question.id}`);
  await expect(member.getByText("Wheat paste.")).toBeVisible();
  await expect(member.getByLabel("Your answer")).toHaveCount(0);
  await expect(member.getByText("This community is archived.")).toBeVisible();
  await leader.getByRole("button", { name: "Open again" }).click();
  await expect(leader.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
  await member.reload();
  await expect(member.getByLabel("Your answer")).toBeVisible();
});

test("two who change a charter at once lose nothing", async ({ portal, enter }) => {
  const { leads, person, place } = await setStage(portal);
  await inDatabase(`UPDATE "Membership" SET role = 'LEADER' WHERE "userId" = $1`, person.id);
  const [one, other] = [await enter(leads), await enter(person)];
  for (const page of [one, other]) await page.goto(`/communities/${place}/settings`);
  const norms = (page: typeof one) => page.getByLabel("How do you want to deal with each other?");
  await norms(one).fill("Nobody laughs at a wet book.");
  await one.getByLabel("What belongs here?").fill("Glue, thread, paper, cloth.");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByText("settings are saved")).toBeVisible();
  await norms(other).fill("Gloves off.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Somebody else has changed the charter meanwhile")).toBeVisible();
  await expect(norms(other)).toHaveValue("Gloves off.");
  await expect(other.getByText("Nobody laughs at a wet book.")).toBeVisible();
  await expect(other.getByLabel("What belongs here?"), "what only the first one changed is taken over").toHaveValue("Glue, thread, paper, cloth.");
  await looksRight(other);
});

test("a draft of a charter that others have changed since comes back beside what stands now", async ({ portal, enter }) => {
  const { leads, person, member, place } = await setStage(portal);
  const page = await enter(leads);
  await inDatabase(`UPDATE "Membership" SET role = 'LEADER' WHERE "userId" = $1`, person.id);
  await page.goto(`/communities/${place}/settings`);
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.status() === 204);
  await page.getByLabel("How do you want to deal with each other?").fill("Gloves off.");
  await kept;
  const { version } = (await (await member.get(`/api/v1/communities/${place}`)).json()) as { version: number };
  expect((await member.patch(`/api/v1/communities/${place}`, { data: { version, norms: "Nobody laughs." } })).status()).toBe(200);
  await page.goto("/");
  await page.goto(`/communities/${place}/settings`);
  await expect(page.getByLabel("How do you want to deal with each other?")).toHaveValue("Gloves off.");
  await expect(page.getByText("Nobody laughs.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("settings are saved")).toBeVisible();
});

test("a leader makes one of two words that mean the same", async ({ portal, enter }) => {
  const { leads, member, place } = await setStage(portal);
  const { id } = await ask(member, place, { title: `Sticky ${word()}`, tags: ["paste"] });
  const page = await enter(leads);
  await page.goto(`/communities/${place}/tags`);
  await page.getByRole("link", { name: /paste/ }).last().click();
  await looksRight(page);
  await page.getByLabel("Merge into").fill("glue");
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Synonyms: paste")).toBeVisible();
  await page.goto(`/communities/${place}/discussions/${id}`);
  await expect(page.getByRole("link", { name: "glue", exact: true }).first()).toBeVisible();
});
