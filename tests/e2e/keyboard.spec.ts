import type { Page } from "@playwright/test";
import { expect, test } from "../support/browser";
import { somebody } from "../support/portal-data";
import { setStage, tell } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

/** What has the focus, as one who listens would name it, and whether one who looks sees it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return { name: "nothing", seen: false };
    const ringed = (part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
      return outlineStyle !== "none" && outlineWidth !== "0px";
    };
    return { name: (one.getAttribute("aria-label") ?? one.textContent ?? "").trim() || one.id, seen: ringed() || ringed("::after") };
  });
const focused = (page: Page) => page.locator(":focus");

test("the first key leads to a way past the navigation, and every stop is seen", async ({ portal, enter }) => {
  const { person, place } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}`);
  await page.keyboard.press("Tab");
  expect(await focus(page)).toEqual({ name: "Skip to content", seen: true });
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  const stops: string[] = [];
  for (let n = 0; n < 25; n++) {
    await page.keyboard.press("Tab");
    const { name, seen } = await focus(page);
    if (name === "nothing") break;
    expect(seen, `${n}: ${name}`).toBe(true);
    stops.push(name);
  }
  expect(stops).toEqual(expect.arrayContaining(["Ask or share", "Which glue for leather?"]));
  expect(stops).not.toContain("Home");
});

test("a new page begins at its content, not in the navigation", async ({ portal, enter }) => {
  const { person, place } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}`);
  await page.getByRole("link", { name: "Which glue for leather?" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Which glue for leather?" })).toBeVisible();
  await expect(page.locator("main")).toBeFocused();
});

test("a menu opens and folds by keyboard, and gives the focus back", async ({ portal, enter }) => {
  const { person, place, question } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}/discussions/${question.id}`);
  const more = page.getByRole("article", { name: /Question by/ }).locator("summary");
  await more.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Link", exact: true }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await expect(page.getByRole("link", { name: "Report" }).first()).toBeHidden();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  for (let n = 0; n < 5; n++) await page.keyboard.press("Tab");
  await expect(page.locator("details[open]"), "who goes on leaves it folded").toHaveCount(0);
});

test("thanking, accepting and answering leave the focus where one was", async ({ portal, enter }) => {
  const { leads, member, place, question } = await setStage(portal);
  await tell(member, question.id, "Bone glue.");
  const page = await enter(leads);
  await page.goto(`/communities/${place}/discussions/${question.id}`);
  const second = page.getByRole("article", { name: /Answer by/ }).filter({ hasText: "Bone glue." });
  const press = async (name: string, after: RegExp) => {
    await second.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(second.getByRole("button", { name: after })).toBeVisible();
    await expect(second.getByRole("button", { name: after })).toBeFocused();
  };
  await press("Thanks", /Thanks 1/);
  await press("Bookmark", /Bookmarked/);
  await press("Accept answer", /Withdraw acceptance/);
  await expect(page.getByRole("article", { name: /Answer by/ }).first()).toContainText("Bone glue.");
  await page.getByLabel("Your answer").focus();
  await page.keyboard.type("Neither, as I see it.");
  await page.getByRole("button", { name: "Post answer" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").filter({ hasText: "Neither, as I see it." })).toBeVisible();
  expect((await focus(page)).name).not.toBe("nothing");
});

test("what was refused is where the focus goes, with a way to each field", async ({ portal, enter }) => {
  const { person, place } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}/discussions/new`);
  await page.getByLabel("Title").fill("Only a title");
  await page.getByLabel("Text", { exact: true }).fill("   ");
  await page.getByRole("button", { name: "Post", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveAttribute("href", "#field-body");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Text", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Text", { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test("people are completed by keyboard, and a screen reader hears it", async ({ portal, enter }) => {
  const { leads, person, place } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}/discussions/new`);
  const text = page.getByLabel("Text", { exact: true });
  await text.focus();
  await expect(page.getByRole("toolbar", { name: "Text tools" })).toBeVisible();
  await page.keyboard.type(`Ask @${leads.handle.slice(0, 6)}`);
  const option = page.getByRole("option", { name: leads.name });
  await expect(option).toBeVisible();
  await expect(text).toHaveAttribute("aria-controls", /.+/);
  await expect(text).toHaveAttribute("aria-expanded", "true");
  if ((await option.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  expect(await text.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await page.keyboard.press("Escape");
  await expect(option).toHaveCount(0);
  await expect(text).toHaveValue(`Ask @${leads.handle.slice(0, 6)}`);
  await page.keyboard.type(` or @${leads.handle.slice(0, 8)}`);
  await expect(option).toBeVisible();
  if ((await option.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(text).toHaveValue(`Ask @${leads.handle.slice(0, 6)} or @${leads.handle} `);
  await page.keyboard.press("Shift+Tab");
  await expect(focused(page), "the toolbar is one stop back").not.toBeEmpty();
});

test("tags that the community uses are offered, one after the other", async ({ portal, enter }) => {
  const { person, place } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}/discussions/new`);
  const offered = () => page.getByLabel("Tags").evaluate((field) => [...((field as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
  expect(await offered()).toEqual(["glue"]);
  await page.getByLabel("Tags").fill("leather, g");
  await expect.poll(offered).toEqual(["leather, glue"]);
  await page.getByLabel("Tags").fill("glue, ");
  await expect.poll(offered).toEqual([]);
});

test("another language is chosen, and spoken from then on", async ({ enter, page }) => {
  const mine = await enter(await somebody());
  await mine.goto("/settings");
  await mine.locator("main select[name=locale]").selectOption({ label: "Svenska" });
  await mine.locator("main form", { has: mine.locator("select[name=locale]") }).getByRole("button").last().press("Enter");
  await expect(mine.locator("html")).toHaveAttribute("lang", "sv");
  await mine.goto("/communities");
  await expect(mine.getByRole("button", { name: "Visa" })).toBeVisible();
  await expect(mine.locator("html")).toHaveAttribute("lang", "sv");

  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Русский" }).press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto("/forgot");
  await expect(page.locator("html"), "a cookie keeps it").toHaveAttribute("lang", "ru");
});
