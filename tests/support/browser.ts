import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, test as base, type BrowserContext, expect, type Page, request } from "@playwright/test";
import { sessionOf, type Somebody } from "./portal-data";

type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>["cookies"];
const held = new Map<string, Cookies>();

/** Signs in as a program would, and keeps the cookies: one sign-in a person and worker. */
export const cookiesOf = async (baseURL: string, email: string, password = "stepwell-demo"): Promise<Cookies> => {
  const key = `${baseURL} ${email}`;
  const known = held.get(key);
  if (known) return known;
  const door = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const { csrfToken } = (await (await door.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await door.post("/api/auth/callback/credentials", { form: { csrfToken, email, password, json: "true" } });
  expect(answer.status(), `sign-in of ${email}`).toBeLessThan(400);
  const { cookies } = await door.storageState();
  expect(cookies.map((one) => one.name).join(" ")).toContain("session-token");
  await door.dispose();
  held.set(key, cookies);
  return cookies;
};

type Person = { page: Page; context: BrowserContext };
type Options = { locale?: string; javaScriptEnabled?: boolean; viewport?: { width: number; height: number } };
type Fixtures = {
  /** Where the portal with the demo organisation is. */
  portal: string;
  /** A browser of its own in which this person is signed in. */
  as: (email: string, options?: Options) => Promise<Person>;
  /** A page in a browser of its own for somebody who is new; two people at once, or one in two windows. */
  enter: (person: Pick<Somebody, "cookie">, options?: Options) => Promise<Page>;
  /** A program that acts with this person's session, from the portal's own origin. */
  program: (email: string) => Promise<APIRequestContext>;
  /** Errors that pages wrote to the console; a test fails when there is one it did not expect. */
  errors: string[];
};

/** What a browser writes about an answer that is meant to be a refusal. */
const expected = /Failed to load resource: the server responded with a status of 4\d\d/;

const watch = (page: Page, errors: string[]) => {
  page.on("console", (said) => {
    if (said.type() === "error" && !expected.test(said.text())) errors.push(`${page.url()}: ${said.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
};

export const test = base.extend<Fixtures>({
  portal: async ({ baseURL }, use) => use(baseURL ?? ""),
  errors: [
    async ({}, use) => {
      const errors: string[] = [];
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, errors }, use) => {
    watch(page, errors);
    await use(page);
  },
  as: async ({ browser, portal, errors }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (email, options = {}) => {
      const context = await browser.newContext({ baseURL: portal, locale: "en", ...options });
      opened.push(context);
      await context.addCookies(await cookiesOf(portal, email));
      const page = await context.newPage();
      watch(page, errors);
      return { page, context };
    });
    for (const context of opened) await context.close();
  },
  enter: async ({ browser, portal, errors }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL: portal, locale: "en", ...options });
      opened.push(context);
      await context.addCookies([sessionOf(portal, person)]);
      const page = await context.newPage();
      watch(page, errors);
      return page;
    });
    for (const context of opened) await context.close();
  },
  program: async ({ portal }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (email) => {
      const context = await request.newContext({ baseURL: portal, extraHTTPHeaders: { origin: portal }, storageState: { cookies: await cookiesOf(portal, email), origins: [] } });
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.dispose();
  },
});

/** What axe finds on a page in the light, and of its colours in the dark: all else is the same there. */
export const violationsOf = async (page: Page) => {
  const axe = () => new AxeBuilder({ page }).setLegacyMode(); // in the page itself, which has no frames: three times as quick
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await axe().analyze();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await axe().withRules(["color-contrast", "link-in-text-block"]).analyze();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const said = ({ violations }: typeof light, theme: string) => violations.map(({ id, nodes }) => `${id} in the ${theme}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  return [...said(light, "light"), ...said(dark, "dark")];
};

/** No violation of the accessibility rules in either theme, and nothing that scrolls sideways at 320 px. */
export const looksRight = async (page: Page) => {
  expect(await violationsOf(page), page.url()).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} at 320 px`).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
};

export { expect };
