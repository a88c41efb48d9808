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

/** Where nothing may scroll sideways. */
const narrow = { width: 320, height: 640 };

const passes = async (page: Page, addresses: string[], lang: string, status = 200) => {
  const titles: string[] = [];
  for (const address of addresses) {
    const { title, width, ...rest } = await check(page, address);
    expect.soft(rest).toEqual({ address, status, h1: 1, mains: 1, lang, violations: [] });
    expect.soft(width, `${address} at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect.soft(title, address).toMatch(/\S · Stepwell$/);
    titles.push(title);
  }
  return titles;
};

test.describe.configure({ mode: "parallel", timeout: 120_000 });

/** What a member of the demo organisation has at hand: where they lead or belong, and the first question there. */
const demo = async (api: APIRequestContext, role?: "leader") => {
  const communities = await list(api, "/communities?limit=100");
  const place = `/communities/${communities.find(({ membership }) => membership && (!role || membership.role === role))?.slug ?? ""}`;
  const [first] = await list(api, `${place}/discussions?kind=question`);
  const [reply] = await list(api, `/discussions/${first?.id ?? ""}/replies`);
  return { place, other: `/communities/${communities.find(({ membership }) => !membership)?.slug ?? ""}`, discussion: `${place}/discussions/${first?.id ?? ""}`, first: first?.id ?? "", reply: reply?.id ?? "" };
};

test("the pages around the communities of the demo organisation are in order", async ({ as, program }) => {
  const { page } = await as("leader@demo.example");
  const { place } = await demo(await program("leader@demo.example"), "leader");
  const titles = await passes(page, [
    "/", "/settings/feeds", "/settings/notifications", "/communities", "/communities/new", "/bookmarks", "/notifications", "/search", "/search?q=book", "/search?q=qqqqqqqqqq", ...["", "/about", "/members", "/tags", "/settings", "/reports", "/leave", "/discussions/new"].map((more) => place + more),
  ], "en");
  expect(new Set(titles).size, `titles say which page it is: ${titles.join(", ")}`).toBe(titles.length);
  await passes(page, ["/communities?archived=1", "/notifications?show=unread", `${place}?tag=a`, `${place}?sort=newest`, `${place}?kind=idea`, `${place}/members?q=a`], "en");
});

test("the holidays of the organisation are in order", async ({ as }) => {
  const { page } = await as("hr@demo.example");
  await passes(page, ["/admin/holidays"], "en");
});

test("a discussion is in order, whatever its leader does with it", async ({ as, program }) => {
  const { page } = await as("leader@demo.example");
  const { discussion, first, reply } = await demo(await program("leader@demo.example"), "leader");
  await passes(page, ["", `?edit=${first}`, `?to=${reply}`, "/history", "/manage"].map((more) => discussion + more), "en");
});

test("what an employee sees is in order on a small screen, in Russian", async ({ as, program }) => {
  const { page } = await as("employee@demo.example", { locale: "ru", viewport: narrow });
  const { place, other, discussion } = await demo(await program("employee@demo.example"));
  const lang = await page.goto("/").then(() => page.evaluate(() => document.documentElement.lang));
  await passes(page, [
    "/", "/settings/feeds", "/settings/notifications", "/communities", "/communities/new", "/notifications", "/notifications?show=unread", "/search?q=книга", "/search?q=biblioteka&kind=discussion", other, `${other}/about`,
    ...["", "/about", "/members", "/tags", "/leave", "/discussions/new"].map((more) => place + more), ...["", "/report"].map((more) => discussion + more),
  ], lang);
});

test("what waits for somebody's answer, and what is not there, is in order on a small screen", async ({ portal, enter }) => {
  const { leads, leader, place, question } = await setStage(portal);
  const topic = await ask(leader, place, { kind: "hot-topic", title: "Short and lively" });
  await inDatabase(`UPDATE "Discussion" SET "closedAt" = now() WHERE id = $1`, topic.id);
  const outside = await found(await withToken(portal, await somebody()), { entry: "request", language: "ru" });
  const at = `/communities/${place}/discussions`;
  const page = await enter(leads, { viewport: narrow });
  await passes(page, [`${at}/${topic.id}`, `${at}/${topic.id}/summary`, `${at}/${question.id}/manage`, `/communities/${place}/settings`, `/communities/${outside.slug}`], "en");
  await passes(page, ["/nothing", "/communities/nothing-here", `/communities/${outside.slug}/settings`, `${at}/nothing`], "en", 404);
  await passes(await enter(await somebody("ADMINISTRATOR"), { viewport: narrow }), [`${at}/${question.id}`, `${at}/${question.id}/hide`], "en");
});
