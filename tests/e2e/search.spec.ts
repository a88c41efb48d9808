import type { APIRequestContext } from "@playwright/test";
import { expect, looksRight, test } from "../support/browser";
import { inDatabase, somebody, withToken } from "../support/portal-data";
import { ask, found, setStage, tell, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

/** Until the jobs have made all of these to be found. */
const indexed = async (...ids: string[]) =>
  expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" WHERE id = ANY($1::uuid[])`, ids)).length, { timeout: 30_000 }).toBe(ids.length);
const share = async (api: APIRequestContext, place: string, over: object) => (await ask(api, place, { kind: "story", tags: [], ...over })).id;

test("what was said is found again from the box: with a slip of the finger, and with its words marked", async ({ portal, enter }) => {
  const { person, member, place } = await setStage(portal);
  const said = word();
  await indexed(await share(member, place, { title: `The ${said} press`, body: `Turn the ${said} slowly, then wait.` }));
  const page = await enter(person);
  await page.goto("/communities");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.locator("#q")).toBeFocused({ timeout: 500 });
  }, "as soon as the page listens").toPass();
  await page.keyboard.type(said);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `1 result for “${said}”` })).toBeVisible();
  await expect(page.locator("main h3 mark")).toHaveText(said);
  await expect(page.locator("main .row-x mark, main mark").last()).toHaveText(said);
  const slip = said.slice(0, 5) + (said[6] ?? "") + (said[5] ?? "") + said.slice(7);
  const field = page.locator("#search-q"); // a search box that becomes a combobox when one goes there
  await field.fill(slip);
  await field.press("Enter");
  await expect(page.getByText(`Nobody has written that. You see what was found for ${said}.`)).toBeVisible();
  await page.getByRole("link", { name: `The ${said} press` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `The ${said} press` })).toBeVisible();
});

test("accents may be left out, and words are bent as their own language bends them", async ({ portal, enter }) => {
  const { person, member, place } = await setStage(portal);
  const said = word();
  const texts = {
    ru: { title: `Переплёты ${said}`, body: "Берёзовые книги для читателей, ещё о ёлках." },
    pl: { title: `Wspólnoty ${said}`, body: "Wspólnota praktyków spotyka się w każdym tygodniu." },
    es: { title: `Encuadernación ${said}`, body: "Las canciones de los niños y las niñas." },
    sv: { title: `Utställningar ${said}`, body: "Vi byggde mognadstrappan med alla bibliotekarier." },
  };
  const ids = [];
  for (const [language, text] of Object.entries(texts)) ids.push(await share(member, place, { ...text, language }));
  await indexed(...ids);
  const page = await enter(person);
  for (const [q, language] of [["елка", "ru"], ["читатель", "ru"], ["wspolnota", "pl"], ["cancion", "es"], ["bibliotekarie", "sv"]] as const) {
    await page.goto(`/search?q=${encodeURIComponent(`${q} ${said}`)}`);
    const hit = page.locator("main li", { has: page.getByRole("link", { name: texts[language].title }) });
    await expect(hit, q).toHaveCount(1);
    await expect(hit.locator(`[lang=${language}]`).first()).toBeVisible();
  }
});

test("filters narrow down and come off again; the next page goes on where the first ended", async ({ portal, enter }) => {
  const { person, leader, member, place, question } = await setStage(portal);
  const [said, other] = [word(), await found(leader)];
  const first = [];
  for (let n = 0; n < 23; n++) first.push(await share(n % 2 ? member : leader, place, { title: `${said} number ${n}`, body: n < 3 ? "Kleben und binden." : "Glue and bind.", language: n < 3 ? "sv" : "en" }));
  const elsewhere = await share(leader, other.slug, { title: `${said} elsewhere`, body: "Also." });
  const { id: reply } = await tell(member, question.id, `See ${said}.`);
  await indexed(...first, elsewhere, reply);
  const page = await enter(person);
  await page.goto(`/search?q=${said}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`25 results for “${said}”`);
  const seen = async () => page.locator("main h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const page1 = await seen();
  expect(page1).toHaveLength(20);
  await page.getByRole("link", { name: "More", exact: true }).click();
  await expect(page.getByRole("link", { name: "Back to the best" })).toBeVisible();
  expect(new Set([...page1, ...(await seen())]).size).toBe(25);

  await page.goto(`/search?q=${said}`);
  const narrow = page.getByRole("complementary", { name: "Narrow down" });
  await narrow.getByRole("link", { name: other.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`1 result for “${said}”`);
  await looksRight(page);
  await narrow.getByRole("link", { name: "Every community" }).click();
  await narrow.getByRole("link", { name: "Svenska" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`3 results for “${said}”`);
  await narrow.getByRole("link", { name: "Every language" }).click();
  await page.getByRole("group", { name: "Kind of result" }).getByRole("link", { name: /^Replies/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`1 result for “${said}”`);
  await page.getByRole("link", { name: /Which glue for leather/ }).click();
  await expect(page.locator(`#p-${reply}`)).toBeInViewport();
});

test("people and communities are found as well; what is not there is said, with a way on", async ({ portal, enter }) => {
  const person = await somebody();
  const said = word();
  const { id, name } = await found(await withToken(portal, person), { name: `Bookbinders ${said}` });
  await indexed(id);
  const page = await enter(person);
  await page.goto(`/search?q=${said}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto(`/search?q=${word()}`);
  await expect(page.getByRole("heading", { level: 1, name: /^Nothing found/ })).toBeVisible();
  await looksRight(page);
  await page.goto("/search?q=zielinski");
  await page.getByRole("link", { name: "Tomasz Zieliński" }).first().click();
  await expect(page).toHaveURL(/\/people\/tomasz$/);
});
