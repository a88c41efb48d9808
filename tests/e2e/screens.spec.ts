import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test, violationsOf } from "../support/browser";
import { inDatabase, somebody, withToken } from "../support/portal-data";
import { ask, found, setStage, v1 } from "../support/stage";

type Listed = { items: { id: string; slug: string; membership: { role: string } | null }[] };
const list = async (api: APIRequestContext, path: string) => ((await (await api.get(`${v1}${path}`)).json()) as Listed).items;

/** One load of a page: what it is called, how it is built, how wide it is, and what axe has to say of it in the light and in the dark. */
const check = async (page: Page, address: string) => {
  const status = (await page.goto(address))?.status();
  const built = await page.evaluate(() => ({ h1: document.querySelectorAll("h1").length, mains: document.querySelectorAll("main").length, lang: document.documentElement.lang, width: document.documentElement.scrollWidth }));
  return { address, status, title: await page.title(), ...built, violations: await violationsOf(page) };
};

/** At 320 px, where nothing may scroll sideways; at 1280 px a page is looked at on its way to its leaders. */
const narrow = { width: 320, height: 640 };

const passes = async (page: Page, addresses: string[], lang: string, status = 200) => {
  const titles: string[] = [];
  for (const address of addresses) {
    const { title, width, ...rest } = await check(page, address);
    expect.soft(rest).toEqual({ address, status, h1: 1, mains: 1, lang, violations: [] });
    expect.soft(width, `${address} at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect.soft(title, address).toMatch(/\S.* · \S|^Stepwell|\S/u);
    titles.push(title);
  }
  return titles;
};

test("every page of the demo organisation that its leader sees is in order", async ({ as, program }) => {
  test.setTimeout(180_000);
  const { page } = await as("leader@demo.example");
  const api = await program("leader@demo.example");
  const place = `/communities/${(await list(api, "/communities?limit=100")).find(({ membership }) => membership?.role === "leader")?.slug ?? ""}`;
  const [first] = await list(api, `${place}/discussions?sort=activity&kind=question`);
  const discussion = `${place}/discussions/${first?.id ?? ""}`;
  const [reply] = await list(api, `/discussions/${first?.id ?? ""}/replies`);
  const titles = await passes(page, [
    "/", "/communities", "/communities?archived=1", "/communities/new", "/search", "/search?q=book", "/search?q=qqqqqqqqqq",
    ...["", "?sort=newest", "?kind=idea", "/about", "/members", `/members?q=a`, "/tags", "/settings", "/reports", "/leave", "/discussions/new"].map((more) => place + more),
    ...["", `?edit=${first?.id}`, `?to=${reply?.id}`, "/history", "/manage"].map((more) => discussion + more),
  ], "en");
  expect(new Set(titles).size, "titles say which page it is").toBeGreaterThan(titles.length - 6);
});

test("every page that an employee sees is in order on a small screen, in Russian", async ({ portal, enter, as, program }) => {
  test.setTimeout(180_000);
  const { page } = await as("employee@demo.example", { locale: "ru", viewport: narrow });
  const api = await program("employee@demo.example");
  const [mine, other] = [(await list(api, "/communities?limit=100")).find(({ membership }) => membership), (await list(api, "/communities?limit=100")).find(({ membership }) => !membership)];
  const [first] = await list(api, `/communities/${mine?.slug}/discussions?sort=activity`);
  const place = `/communities/${mine?.slug}`;
  const lang = await page.goto("/").then(() => page.evaluate(() => document.documentElement.lang));
  await passes(page, [
    "/", "/communities", "/communities/new", "/search?q=книга", "/search?q=biblioteka&kind=discussion", `/communities/${other?.slug}`, `/communities/${other?.slug}/about`,
    ...["", "/about", "/members", "/tags", "/leave", "/discussions/new"].map((more) => place + more),
    ...["", "/report", "/history"].map((more) => `${place}/discussions/${first?.id}${more}`),
  ], lang);
  await passes(page, ["/communities/nothing-here", `${place}/settings`, `${place}/discussions/nothing`, "/nothing"], lang, 404);

  const { leads, leader, place: here, question } = await setStage(portal);
  const topic = await ask(leader, here, { kind: "hot-topic", title: "Short and lively" });
  await inDatabase(`UPDATE "Discussion" SET "closedAt" = now() WHERE id = $1`, topic.id);
  const outside = await found(await withToken(portal, await somebody()), { entry: "request", language: "ru" });
  const at = `/communities/${here}/discussions`;
  await passes(await enter(leads, { viewport: narrow }), [`${at}/${topic.id}`, `${at}/${topic.id}/summary`, `${at}/${question.id}/manage`, `/communities/${here}/settings`, `/communities/${outside.slug}`], "en");
  await passes(await enter(await somebody("ADMINISTRATOR"), { viewport: narrow }), [`${at}/${question.id}`, `${at}/${question.id}/hide`], "en");
});
