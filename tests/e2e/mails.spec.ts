import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { request } from "@playwright/test";
import { freePort } from "@/lib/cli/ports";
import { ended } from "@/lib/cli/programs";
import { expect, looksRight, test } from "../support/browser";
import { mailServer } from "../support/mail-server";
import { databases, on, type Somebody, somebodyOn, withToken } from "../support/portal-data";
import { administer, clone } from "../support/postgres";
import { answers, serve } from "../support/serve";
import { ask, found, join, tell } from "../support/stage";

/** A portal of its own, that sends its mails to a server on loopback. */
const name = `stepwell_e2e_mails_${process.pid}`;
const data = mkdtempSync(path.join(tmpdir(), "stepwell-mails-"));
let portal = "";
let database = "";
let server: ReturnType<typeof serve>;
let post: Awaited<ReturnType<typeof mailServer>>;

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  const { admin, template } = databases();
  database = await clone(admin, template, name);
  portal = `http://localhost:${await freePort()}`;
  post = await mailServer();
  await on(database, `INSERT INTO "Organisation" (id, name, locale, "timeZone") VALUES (1, 'Harbour Office', 'en', 'UTC') ON CONFLICT DO NOTHING`);
  server = serve(portal, database, data, { SMTP_URL: `smtp://127.0.0.1:${post.port}` });
  await answers(portal);
});

test.afterAll(async () => {
  server.kill("SIGKILL");
  await ended(server);
  await post.goAway();
  await administer(databases().admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(data, { recursive: true, force: true });
});

/** Somebody who reads mail in this language, whatever the hour is. */
const reader = async (locale: string): Promise<Somebody> => {
  const person = await somebodyOn(database);
  await on(database, `UPDATE "User" SET locale = $2 WHERE id = $1`, person.id, locale);
  await on(database, `INSERT INTO "MailRhythm" VALUES ($1, 8, 1, 0, 0)`, person.id);
  return person;
};

/** Waits until they were told, makes the wait for more of the same over, and then for the mail. */
const mailTo = async ({ id, email }: Somebody) => {
  const told = () => on(database, `UPDATE "Notification" SET at = at - interval '10 minutes' WHERE "userId" = $1 AND "mailedAt" IS NULL AND at > now() - interval '5 minutes' RETURNING id`, id);
  await expect.poll(async () => (await told()).length, { message: "somebody is told" }).toBeGreaterThan(0);
  await on(database, `UPDATE "Posting" SET "dueAt" = now() WHERE "userId" = $1`, id);
  const find = () => post.taken.find(({ to }) => to.includes(email));
  await expect.poll(() => Boolean(find()), { message: `a mail to ${email}`, timeout: 150_000, intervals: [1000] }).toBe(true);
  const mail = find();
  if (!mail) throw new Error("it was there a moment ago");
  return mail;
};

const linkIn = (text: string, after: string) => new RegExp(`${after}: (http://\\S+)`).exec(text)?.[1] ?? "";
const kept = ({ id }: Somebody) => on<{ left: string }>(database, `SELECT topic "left" FROM "ChannelChoice" WHERE "userId" = $1 UNION ALL SELECT "threadId"::text FROM "MailSilence" WHERE "userId" = $1`, id);

test("somebody is named, gets a mail in their language, and leaves such mails by one press without signing in", async ({ page }) => {
  const [writer, nadia] = [await somebodyOn(database), await reader("ru")];
  const [by, her] = [await withToken(portal, writer), await withToken(portal, nadia)];
  const { slug } = await found(by);
  await join(her, slug);
  const question = await ask(by, slug, { title: "Клей для кожи" });
  await tell(by, question.id, `@${nadia.handle} knows.`);
  const mail = await mailTo(nadia);
  expect(mail.subject).toContain("упоминает вас в «Клей для кожи»");
  expect(mail.header("Content-Language")).toBe("ru");

  const press = /<(.*)>/.exec(mail.header("List-Unsubscribe"))?.[1] ?? "";
  const program = await request.newContext(); // no cookie, no Origin
  expect((await program.post(press, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(200);
  expect(await kept(nadia)).toEqual([{ left: question.id }]);
  expect((await program.post(`${press}x`, { form: { "List-Unsubscribe": "One-Click" } })).status()).toBe(404);
  await program.dispose();

  await page.goto(linkIn(mail.text, "Больше не присылать такое: Когда меня упоминают"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Меньше писем");
  await looksRight(page);
  expect(await kept(nadia), "looking changes nothing").toEqual([{ left: question.id }]);
  await page.getByRole("button", { name: "Больше таких писем не нужно" }).click();
  await expect(page.getByRole("status")).toContainText("Такие письма больше не приходят");
  expect(await kept(nadia)).toContainEqual({ left: "mention" });
  await page.getByRole("button", { name: "Отменить" }).click();
  await expect(page.getByRole("status")).toContainText("Эти письма приходят снова");
  expect(await kept(nadia)).toEqual([{ left: question.id }]);
  expect((await page.goto(`${portal}/leave/made-up.token`))?.status()).toBe(404);
});

test("a digest holds what is open and nothing that has become private meanwhile", async () => {
  const [writer, anna] = [await somebodyOn(database), await reader("sv")];
  await on(database, `INSERT INTO "ChannelChoice" ("userId", topic, channel) VALUES ($1, 'mention', 'DAILY')`, anna.id);
  const by = await withToken(portal, writer);
  const [open, shut] = [await found(by, { name: "Open shelf" }), await found(by, { name: "Shut shelf" })];
  for (const { slug } of [open, shut]) await tell(by, (await ask(by, slug, { title: `Asked in ${slug}` })).id, `@${anna.handle} knows.`);
  await expect.poll(async () => (await on(database, `SELECT FROM "Notification" WHERE "userId" = $1`, anna.id)).length).toBe(2);
  await on(database, `UPDATE "Community" SET entry = 'PRIVATE' WHERE slug = $1`, shut.slug);
  await on(database, `UPDATE "Notification" SET at = at - interval '26 hours' WHERE "userId" = $1`, anna.id);
  await on(database, `UPDATE "Posting" SET "dueAt" = now() WHERE "userId" = $1`, anna.id);
  await expect.poll(() => post.taken.some(({ to }) => to.includes(anna.email)), { timeout: 150_000, intervals: [1000] }).toBe(true);
  const mail = post.taken.find(({ to }) => to.includes(anna.email));
  expect(mail?.subject).toBe("1 nyhet för dig");
  expect(mail?.text).toContain(`Asked in ${open.slug}`);
  expect(mail?.text).not.toContain(shut.slug);
});
