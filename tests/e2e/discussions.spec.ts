import { randomUUID } from "node:crypto";
import { expect, looksRight, test } from "../support/browser";

const place = "/communities/digital-help";
const title = () => `Which reader for large print ${randomUUID().slice(0, 8)}?`;

test("ask, answer, accept, thank, and find it among the others", async ({ as }) => {
  const said = title();
  const { page: asker } = await as("employee@demo.example");
  await asker.goto(place);
  await looksRight(asker);
  await asker.getByRole("link", { name: "Ask or share" }).click();
  await asker.getByLabel("Title").fill(said);
  await asker.getByLabel("Text", { exact: true }).fill("She reads with a **lens** and wants *larger* letters.");
  await asker.getByLabel("Tags").fill("e-readers, Large print");
  await looksRight(asker);
  await asker.getByRole("button", { name: "Post", exact: true }).click();
  await expect(asker.getByRole("heading", { level: 1, name: said })).toBeVisible();
  await expect(asker.locator(".prose strong")).toHaveText("lens");
  await looksRight(asker);

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

test("what is being written is kept as a draft, and comes back on another visit", async ({ as }) => {
  const { page } = await as("mentor@demo.example");
  await page.goto("/communities/trudne-sytuacje/discussions/new");
  await page.getByLabel("Title").fill("Kto zamyka we wtorki?");
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.status() === 204);
  await page.getByLabel("Text", { exact: true }).fill("Dwa tygodnie temu zamykałam sama.");
  await kept;
  await expect(page.getByText(/Draft kept/)).toBeVisible();
  await page.goto("/");
  await page.goto("/communities/trudne-sytuacje/discussions/new");
  await expect(page.getByLabel("Title")).toHaveValue("Kto zamyka we wtorki?");
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("Dwa tygodnie temu zamykałam sama.");
});

test("two people change the same text: the second sees both and loses nothing", async ({ as, program }) => {
  const asker = await program("employee@demo.example");
  const made = await asker.post("/api/v1/communities/digital-help/discussions", { data: { kind: "discussion", title: title(), body: "First line.\n\nSecond line.\n\nThird line.", tags: [] } });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const address = `${place}/discussions/${id}`;
  const { page: one } = await as("employee@demo.example");
  const { page: other } = await as("leader@demo.example");
  for (const page of [one, other]) await page.goto(`${address}?edit=${id}`);
  const text = (page: typeof one) => page.getByRole("textbox", { name: "Text" });
  await text(one).fill("First line, mine.\n\nSecond line.\n\nThird line.");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.locator(".prose").first()).toContainText("First line, mine.");
  await text(other).fill("First line.\n\nSecond line.\n\nThird line, theirs.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Somebody saved this text while you were changing it.")).toBeVisible();
  await expect(text(other)).toHaveValue("First line, mine.\n\nSecond line.\n\nThird line, theirs.");
  await looksRight(other);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.locator(".prose").first()).toContainText("Third line, theirs.");
  await expect(other.locator(".prose").first()).toContainText("First line, mine.");
});

test("a deleted reply is undone from the note", async ({ as }) => {
  const { page } = await as("employee@demo.example");
  await page.goto(place);
  await page.getByRole("link", { name: /new self-service printers/i }).click();
  const words = `Ours jam on Mondays ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Your reply").fill(words);
  await page.getByRole("button", { name: "Post reply" }).click();
  const mine = page.getByRole("article").filter({ hasText: words });
  await expect(mine).toBeVisible();
  await mine.locator("summary").click();
  await mine.getByRole("button", { name: "Delete" }).click();
  await expect(mine).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
});

test("everything works with a plain form where there is no JavaScript", async ({ as }) => {
  const said = title();
  const { page } = await as("employee@demo.example", { javaScriptEnabled: false });
  await page.goto(`${place}/discussions/new`);
  await page.getByLabel("Title").fill(said);
  await page.getByLabel("Text", { exact: true }).fill("Without any script.");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: said })).toBeVisible();
});

test("the editor comes when one writes: bold, preview, mention, picture", async ({ as }) => {
  const { page } = await as("employee@demo.example");
  await page.goto(`${place}/discussions/new`);
  const text = page.getByLabel("Text", { exact: true });
  await text.click();
  await text.pressSequentially("Ask @tom");
  await page.getByRole("option", { name: /Tomasz Zieliński/ }).click();
  await expect(text).toHaveValue("Ask @tomasz ");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".ed .prose a")).toHaveAttribute("href", "/people/tomasz");
  await page.getByRole("button", { name: "Write" }).click();
  await page.locator(".ed input[type=file]").setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") });
  await expect(text).toHaveValue(/!\[dot\.png\]\(\/files\/[0-9a-f-]{36}\/dot\.png\)/);
});
