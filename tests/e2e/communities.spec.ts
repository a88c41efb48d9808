import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";

const named = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const sentence = "Readers bring us books that fell into the bath, and nobody here knows which of them can be saved.";

const found = async (founder: APIRequestContext, entry: "open" | "request" | "private") => {
  const data = { name: named("Wet books"), domain: sentence, inScope: "Water.", outOfScope: "Fire.", sampleQuestions: ["Freeze it?"], intendedMembers: "Menders.", firstItems: ["A drying table"], rhythm: "monthly", entry, language: "en" };
  const answer = await founder.post("/api/v1/communities", { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { slug: string; name: string };
};

for (const javaScriptEnabled of [true, false])
  test(`a community is founded after one piece of advice, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ as }) => {
    const { page } = await as("mentor@demo.example", { javaScriptEnabled });
    await page.goto("/communities");
    if (javaScriptEnabled) await looksRight(page);
    await page.getByRole("link", { name: "Found a community" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Knowledge sharing");
    await page.getByLabel("What is it about, in one sentence?").fill(sentence);
    if (javaScriptEnabled) await expect(page.getByText("“knowledge sharing” could be about anything")).toBeVisible();
    await page.getByRole("button", { name: "Found it", exact: true }).click();
    await expect(page.getByText("Before you found it")).toBeVisible();
    await expect(page.getByLabel("What is it about, in one sentence?")).toHaveValue(sentence);
    if (javaScriptEnabled) await looksRight(page);
    const name = named("Wet books");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Found it as it is" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

test("joining says why one is here, and leaving is one's own act", async ({ as, program }) => {
  const { slug, name } = await found(await program("mentor@demo.example"), "open");
  const { page } = await as("mentee@demo.example");
  await page.goto(`/communities/${slug}`);
  await page.locator("summary").getByText("Join", { exact: true }).click();
  await page.getByRole("button", { name: "I do this" }).click();
  await expect(page.getByText(/You belong since .*“I do this”/)).toBeVisible();
  await page.goto(`/communities/${slug}/members`);
  await looksRight(page);
  await page.goto(`/communities/${slug}/leave`);
  await expect(page.getByRole("heading", { level: 1, name: `Leave ${name}?` })).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL(/\/communities$/);
});

test("who asks to join is let in by who leads", async ({ as, program }) => {
  const { slug } = await found(await program("mentor@demo.example"), "request");
  const { page: asker } = await as("mentee@demo.example");
  await asker.goto(`/communities/${slug}/about`);
  await looksRight(asker);
  await asker.getByLabel("I am interested").check();
  await asker.getByLabel("A word to the leaders").fill("I dropped one myself.");
  await asker.getByRole("button", { name: "Send the request" }).click();
  await expect(asker.getByText("You asked to join")).toBeVisible();
  const { page: leader } = await as("mentor@demo.example");
  await leader.goto(`/communities/${slug}/members`);
  await expect(leader.getByText("I dropped one myself.")).toBeVisible();
  await looksRight(leader);
  await leader.getByRole("button", { name: "Let in" }).click();
  await expect(leader.getByText("I dropped one myself.")).toBeHidden();
  expect((await asker.goto(`/communities/${slug}/members`))?.status()).toBe(200);
});

test("two who change a charter at once lose nothing", async ({ as, program }) => {
  const { slug } = await found(await program("mentor@demo.example"), "open");
  const [{ page: one }, { page: other }] = [await as("mentor@demo.example"), await as("mentor@demo.example")];
  for (const page of [one, other]) await page.goto(`/communities/${slug}/settings`);
  await looksRight(one);
  const norms = (page: typeof one) => page.getByLabel("How do you want to deal with each other?");
  await norms(one).fill("Nobody laughs at a wet book.");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByText("settings are saved")).toBeVisible();
  await norms(other).fill("Gloves off.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Somebody else has changed the charter meanwhile")).toBeVisible();
  await expect(norms(other)).toHaveValue("Gloves off.");
  await expect(other.getByText("Nobody laughs at a wet book.")).toBeVisible();
  await looksRight(other);
});

test("a private community answers like one that does not exist, to administrators too", async ({ as, program }) => {
  const { slug, name } = await found(await program("mentor@demo.example"), "private");
  const { page } = await as("admin@demo.example");
  for (const below of ["", "/about", "/members", "/settings", "/tags", "/leave"]) {
    const read = async (address: string) => ({ status: (await page.goto(`/communities/${address}${below}`))?.status(), text: await page.locator("main").innerText(), title: await page.title() });
    expect(await read(slug)).toEqual({ ...(await read("wet-books-x7x7x7")), status: 404 });
  }
  await page.goto(`/communities?q=${encodeURIComponent(name)}`);
  await expect(page.locator("main")).not.toContainText(name);
});
