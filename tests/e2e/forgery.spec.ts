import { elsewhere } from "../support/attacks";
import { expect, test } from "../support/browser";
import { inDatabase, somebody, withCookie } from "../support/portal-data";
import { setStage, word } from "../support/stage";

const attributes = (tag: string) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]));

/** The hidden fields of the form that has a field of this name, as React wrote them for a browser without JavaScript. */
const hiddenFields = (html: string, field: string) => {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([one]) => one).find((one) => one.includes(`name="${field}"`)) ?? "";
  return Object.fromEntries([...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => attributes(tag)).map(({ name = "", value = "" }) => [name, value]));
};

test("a form is taken from a page of ours only", async ({ portal }) => {
  const { person, place } = await setStage(portal);
  const address = `/communities/${place}/discussions/new`;
  const form = hiddenFields(await (await (await withCookie(portal, person)).get(address)).text(), "title");
  expect(Object.keys(form).filter((name) => name.startsWith("$ACTION_")).length, "an action without JavaScript").toBeGreaterThan(0);
  const send = async (headers: Record<string, string>) => {
    const title = `Sent ${word()}`;
    const api = await withCookie(portal, person, headers);
    const answer = await api.post(address, { multipart: { ...form, kind: "story", title, body: "From where?", tags: "", language: "" }, maxRedirects: 0 });
    return { status: answer.status(), made: (await inDatabase(`SELECT 1 FROM "Discussion" WHERE title = $1`, title)).length };
  };
  const others: Record<string, string>[] = [{}, { origin: "null" }, { origin: "https://evil.example" }, { origin: `${portal}.evil.example` }, { origin: portal.replace("http:", "https:") }, { origin: "https://evil.example", "x-forwarded-host": "evil.example" }];
  for (const headers of others) {
    const { status, made } = await send(headers);
    expect({ made, followed: status === 303 }, JSON.stringify(headers)).toEqual({ made: 0, followed: false });
  }
  expect(await send({ origin: portal }), "the same from our own page").toEqual({ status: 303, made: 1 });
});

test("the other ways to write ask for our own page, too", async ({ portal, request }) => {
  const me = await somebody();
  for (const origin of [undefined, "null", "https://evil.example"]) {
    const page = await withCookie(portal, me, origin ? { origin } : {});
    expect((await page.put("/api/drafts", { data: { place: "community:new", fields: { name: "x" } } })).status(), `drafts from ${origin}`).toBe(403);
    expect((await page.put("/api/readings", { data: { discussionId: me.id, seenAt: "2026-01-01T00:00:00Z" } })).status(), `readings from ${origin}`).toBe(403);
    expect((await page.post("/api/preview", { data: { body: "x" } })).status(), `preview from ${origin}`).toBe(403);
    expect((await page.post("/api/uploads", { multipart: { file: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") } } })).status(), `uploads from ${origin}`).toBe(403);
    expect((await request.post("/api/taste", { form: { theme: "dark" }, headers: origin ? { origin } : {}, maxRedirects: 0 })).status(), `taste from ${origin}`).toBe(403);
  }
  expect((await inDatabase(`SELECT 1 FROM "Draft" WHERE "userId" = $1 UNION ALL SELECT 1 FROM "Attachment" WHERE "ownerId" = $1`, me.id)).length).toBe(0);
});

test("nobody is signed in or out by a page of somebody else's", async ({ portal, request }) => {
  const me = await somebody();
  const strange = await withCookie(portal, me, { origin: "https://evil.example" });
  await strange.post("/api/auth/signout", { form: { csrfToken: "guessed" }, maxRedirects: 0 });
  expect((await (await withCookie(portal, me)).get("/api/v1/me")).status(), "still signed in").toBe(200);
  const answer = await request.post("/api/auth/callback/credentials", { form: { csrfToken: "guessed", email: "employee@demo.example", password: "stepwell-demo" }, maxRedirects: 0 });
  expect(answer.headers()["set-cookie"] ?? "").not.toContain("session-token=ey");
});

test("no address leads away from the portal", async ({ portal, request }) => {
  const me = await withCookie(portal, await somebody());
  const stays = (location: string | undefined, what: string) => {
    if (location === undefined) return;
    expect(new URL(location, portal).origin, `${what} leads to ${location}`).toBe(new URL(portal).origin);
    expect(location, what).not.toMatch(/^[\\/]{2}|^\/[\t\n\\]/);
  };
  for (const to of elsewhere) {
    for (const name of ["from", "callbackUrl"]) {
      const signedIn = await me.get(`/sign-in?${name}=${encodeURIComponent(to)}`, { maxRedirects: 0 });
      expect(signedIn.status(), `${name}=${to}`).toBe(307);
      stays(signedIn.headers().location, `${name}=${to}`);
      const page = await (await request.get(`/sign-in?${name}=${encodeURIComponent(to)}`)).text();
      for (const [tag] of page.matchAll(/<input\b[^>]*name="from"[^>]*>/g)) stays(attributes(tag).value, `the form after ${name}=${to}`);
    }
    const taste = await request.post("/api/taste", { form: { theme: "light" }, headers: { origin: portal, referer: `${portal}${to.startsWith("/") ? to.replace(/[\t\n\0]/g, "") : "/"}` }, maxRedirects: 0 });
    stays(taste.headers().location, `taste from ${to}`);
  }
  for (const path of ["//evil.example", "//evil.example/", "//evil.example/..", "/%2f%2fevil.example/", "/%5cevil.example/", "/communities/", "//evil.example/communities/", "/.//evil.example/", "/communities//evil.example/"])
    for (const api of [me, request]) stays((await api.get(portal + path, { maxRedirects: 0 })).headers().location, path);
});
