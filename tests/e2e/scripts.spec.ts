import type { Page } from "@playwright/test";
import { scripts } from "../support/attacks";
import { expect, test } from "../support/browser";
import { inDatabase, sessionOf, somebody, withToken } from "../support/portal-data";
import { ask, found, join, read, tell, v1 } from "../support/stage";

type Told = { ran?: number; violations: string[] };

/** What the page would do had a script of somebody's run: it says so itself, or the policy does. */
const watched = async (page: Page) => {
  await page.addInitScript(() => {
    const told = window as unknown as Told;
    told.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => told.violations.push(`${violatedDirective} ${blockedURI}`));
  });
  page.on("dialog", (dialog) => void dialog.dismiss());
};
const clean = async (page: Page, address: string) => {
  await page.goto(address, { waitUntil: "networkidle" });
  const { ran, violations } = await page.evaluate(() => ({ ran: (window as unknown as Told).ran, violations: (window as unknown as Told).violations }));
  expect(ran, `a script ran at ${address}`).toBeUndefined();
  expect(violations, `what the policy had to stop at ${address}`).toEqual([]);
};

/** Nothing but text in what people wrote: no element that acts, no attribute that does, no link but a harmless one. */
const harmless = (page: Page) =>
  page.locator(".prose").evaluateAll((texts) => {
    const wrong: string[] = [];
    for (const text of texts) {
      for (const one of text.querySelectorAll("script, style, iframe, object, embed, form, input:not([type=checkbox]), button, svg, math, base, link, meta, template, video, audio")) wrong.push(one.outerHTML);
      for (const one of text.querySelectorAll("*")) for (const { name } of one.attributes) if (/^on|^style$|^srcdoc$|^formaction$/i.test(name)) wrong.push(one.outerHTML);
      for (const link of text.querySelectorAll("a")) {
        if (!["http:", "https:", "mailto:"].includes(link.protocol)) wrong.push(link.outerHTML);
        else if (link.host !== location.host && !(link.rel.includes("nofollow") && link.rel.includes("ugc") && link.rel.includes("noopener"))) wrong.push(link.outerHTML);
      }
      for (const picture of text.querySelectorAll("img")) if (!picture.getAttribute("src")?.startsWith("/files/")) wrong.push(picture.outerHTML);
    }
    return wrong;
  });

test("nothing that people write runs, wherever it is shown", async ({ portal, browser }) => {
  test.setTimeout(240_000);
  const writer = await somebody();
  const api = await withToken(portal, writer);
  const evil = "<img src=x onerror=window.ran=1>";
  await inDatabase(`UPDATE "User" SET name = $2, about = $3, knows = ARRAY[$2, '</script><script>window.ran=1</script>'], position = $2 WHERE id = $1`, writer.id, `${evil}'"`, scripts.join("\n\n").slice(0, 2000));
  const { slug } = await found(api, { name: `${evil}</title><script>`, domain: `</script><script>window.ran=1</script>`, inScope: scripts.join(" ").slice(0, 1000), firstItems: [evil], sampleQuestions: [evil, evil, evil] });
  const { id } = await ask(api, slug, { title: `</title><script>window.ran=1</script>${evil}`, body: scripts.join("\n\n"), tags: ["x"] });
  for (const part of [scripts.slice(0, 20), scripts.slice(20, 40), scripts.slice(40)]) await tell(api, id, part.map((one) => `- ${one}`).join("\n"));
  for (const one of scripts.slice(0, 12)) await tell(api, id, `> ${one}\n\n**${one}**`);
  const { version, body } = await read(await api.get(`${v1}/discussions/${id}`));
  expect(body, "kept as it was written").toContain("onerror");
  await read(await api.patch(`${v1}/discussions/${id}`, { data: { version, body: `${body}\n\nEdited.` } }));

  const reader = await somebody("ADMINISTRATOR");
  await join(await withToken(portal, reader), slug);
  const context = await browser.newContext({ baseURL: portal, locale: "en" });
  await context.addCookies([sessionOf(portal, reader)]);
  const page = await context.newPage();
  await watched(page);
  const place = `/communities/${slug}`;
  for (const address of [`${place}/discussions/${id}`, place, `${place}/about`, `${place}/members`, "/communities", `${place}/discussions/${id}/history`, `/people/${writer.handle}`, "/people", "/search?q=evil.example", `/search?q=${encodeURIComponent(evil)}`, "/"]) {
    await clean(page, address);
    expect(await harmless(page), address).toEqual([]);
  }
  await context.close();
});

test("a preview shows what would be posted, no more harmful than that", async ({ portal }) => {
  const api = await withToken(portal, await somebody());
  for (const body of [...scripts, scripts.join("\n\n")]) {
    const { html } = (await (await api.post("/api/preview", { data: { body } })).json()) as { html: string };
    expect(html, body).not.toMatch(/<(script|style|iframe|object|embed|svg|math|form|base|link|meta|template|video)\b/i);
    expect(html, body).not.toMatch(/<[^>]+\s(on\w+|style|srcdoc)\s*=/i);
    expect(html, body).not.toMatch(/<[^>]+\s(href|src)\s*=\s*["']?\s*(javascript|vbscript|data|blob):/i);
  }
});
