import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { freePort } from "@/lib/cli/ports";
import { ended } from "@/lib/cli/programs";
import { expect, looksRight, test } from "../support/browser";
import { databases, inDatabase, sessionOf, somebody, withToken } from "../support/portal-data";
import { answers, serve } from "../support/serve";
import { ask, setStage, tell, v1 } from "../support/stage";

test.describe.configure({ timeout: 120_000 });

/** A second server on the database of the first: what stands behind a proxy with it. */
const beside = async (use: (address: string, restart: () => Promise<void>) => Promise<void>) => {
  const data = mkdtempSync(path.join(tmpdir(), "stepwell-beside-"));
  const address = `http://localhost:${await freePort()}`;
  let server = serve(address, databases().demo, data);
  const stop = async () => {
    server.kill("SIGTERM");
    await ended(server);
  };
  try {
    await answers(address);
    await use(address, async () => {
      await stop();
      server = serve(address, databases().demo, data);
      await answers(address);
    });
  } finally {
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
};

/** Waits until this browser is connected, and told where it stands. */
const connected = (page: Page) => page.waitForRequest((request) => request.url().includes("/api/live?"));
const open = async (page: Page, address: string) => {
  const asked = connected(page);
  await page.goto(address);
  await asked;
};

test("a reply written on one server appears on another within a second, and what is half typed there stays", async ({ portal, browser, enter }) => {
  const { leads, person, place, question } = await setStage(portal);
  await beside(async (address) => {
    const here = `/communities/${place}/discussions/${question.id}`;
    const writer = await enter(person);
    await writer.goto(here);
    const context = await browser.newContext({ baseURL: address, locale: "en" });
    await context.addCookies([sessionOf(address, leads)]);
    const reader = await context.newPage();
    await open(reader, here);
    const field = reader.getByRole("textbox", { name: "Your answer" });
    await field.pressSequentially("Half a thought");

    await writer.getByRole("textbox", { name: "Your answer" }).fill("Try **hide glue**.");
    await writer.getByRole("button", { name: "Post answer" }).click();
    await expect(writer.getByText("hide glue")).toBeVisible();
    const news = reader.getByRole("link", { name: "1 new reply" });
    await expect(news).toBeVisible({ timeout: 1000 });
    await expect(writer.getByRole("link", { name: /new repl/ }), "what one wrote oneself is no news").toHaveCount(0);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("Half a thought");
    await expect(reader.getByText("hide glue"), "the page waits to be asked").toHaveCount(0);
    await looksRight(reader);
    await news.click();
    await expect(reader.getByText("hide glue")).toBeInViewport();
    await expect(news).toHaveCount(0);
    await expect(field).toHaveValue("Half a thought");
    await context.close();
  });
});

test("reactions are counted in place; what was accepted or closed is said; the list and the counts beside the communities follow", async ({ portal, enter }) => {
  const { leads, person, leader, place, question, answer } = await setStage(portal);
  const [page, list, asker] = [await enter(person), await enter(person), await enter(leads)];
  await open(asker, `/communities/${place}/discussions/${question.id}`);
  await open(page, `/communities/${place}/discussions/${question.id}`);
  await open(list, `/communities/${place}`);
  const post = page.locator(`#p-${question.id}`);
  for (const count of [1, 2]) {
    const other = await withToken(portal, await somebody());
    expect((await other.put(`${v1}/discussions/${question.id}/reactions/thanks`)).ok()).toBe(true);
    await expect(post.getByRole("button", { name: `Thanks ${count}` })).toBeVisible();
    await expect(asker.locator(`#p-${question.id}`).getByText(`Thanks ${count}`), "who wrote it sees it, too").toBeVisible();
  }
  expect((await leader.put(`${v1}/discussions/${question.id}/acceptance`, { data: { replyId: answer.id } })).ok()).toBe(true);
  await page.getByRole("link", { name: /^An answer was accepted/ }).click();
  await expect(page.getByText("Accepted answer")).toBeVisible();
  await expect(post.getByRole("button", { name: "Thanks 2" })).toBeVisible();

  await expect(list.getByRole("link", { name: "1 new or changed discussion" })).toBeVisible();
  await ask(leader, place, { title: "Which thread holds?" });
  await list.getByRole("link", { name: "2 new or changed discussions" }).click();
  await expect(list.getByRole("link", { name: "Which thread holds?" })).toBeVisible();
  await expect(list.getByRole("navigation", { name: "Your communities" }).getByRole("link")).toContainText(/[12]$/);
});

test("two pages of one browser share one stream; the second goes on when the first is closed", async ({ portal, enter }) => {
  const { person, leader, place, question } = await setStage(portal);
  const here = `/communities/${place}/discussions/${question.id}`;
  const first = await enter(person);
  const streams: string[] = [];
  first.context().on("request", (request) => void (request.url().includes("/api/live?") && streams.push(request.url())));
  await open(first, here);
  const second = await first.context().newPage();
  await second.goto(here);
  await expect.poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length), "it waits for its turn").toBe(1);
  await tell(leader, question.id);
  for (const page of [first, second]) await expect(page.getByRole("link", { name: "1 new reply" })).toBeVisible();
  expect(streams).toHaveLength(1);
  const again = connected(second);
  await first.close();
  await again;
  await tell(leader, question.id);
  await expect(second.getByRole("link", { name: "2 new replies" })).toBeVisible();
});

test("nobody without a session or a token has a stream; it ends with the session", async ({ portal }) => {
  const person = await somebody();
  const get = (headers: Record<string, string>, method = "GET") => fetch(`${portal}/api/live`, { method, headers });
  for (const headers of [{}, { authorization: "Bearer nonsense" }, { cookie: "next-auth.session-token=nonsense" }] as Record<string, string>[]) expect([(await get(headers)).status, (await fetch(`${portal}/api/live/counts`, { headers })).status]).toEqual([401, 401]);
  expect((await get({ authorization: `Bearer ${person.token}` }, "POST")).status).toBe(405);
  expect((await get({ authorization: `Bearer ${person.token}` }, "HEAD")).status).toBe(200);
  const byToken = await get({ authorization: `Bearer ${person.token}` });
  const bySession = await get({ cookie: `next-auth.session-token=${person.cookie}` });
  expect([byToken, bySession].map(({ status, headers }) => [status, headers.get("content-type"), headers.get("cache-control"), headers.get("content-encoding"), headers.get("x-accel-buffering")])).toEqual(
    Array(2).fill([200, "text/event-stream; charset=utf-8", "private, no-store, no-transform", null, "no"]),
  );
  await inDatabase(`UPDATE "Session" SET "endedAt" = now() WHERE "userId" = $1`, person.id);
  await inDatabase(`UPDATE "ApiToken" SET "revokedAt" = now() WHERE id = $1`, person.tokenId);
  for (const said of await Promise.all([byToken.text(), bySession.text()])) expect(said).toMatch(/^retry: \d+\n: \n\nid: \d+-0-\d+\nevent: at\n/);
});

test("a server that is restarted leaves nobody in the dark: what was written meanwhile is told afterwards", async ({ portal, browser }) => {
  const { leads, member, place, question } = await setStage(portal);
  await beside(async (address, restart) => {
    const context = await browser.newContext({ baseURL: address, locale: "en" });
    await context.addCookies([sessionOf(address, leads)]);
    const page = await context.newPage();
    await open(page, `/communities/${place}/discussions/${question.id}`);
    await tell(member, question.id);
    await expect(page.getByRole("link", { name: "1 new reply" })).toBeVisible();
    const back = restart();
    await tell(member, question.id);
    await back;
    await expect(page.getByRole("link", { name: "2 new replies" })).toBeVisible({ timeout: 20_000 });
    await context.close();
  });
});
