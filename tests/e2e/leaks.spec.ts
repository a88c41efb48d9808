import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "../support/browser";
import { fill, operationsOf, readDocument } from "../support/openapi";
import { inDatabase, somebody, type Somebody, withCookie, withToken } from "../support/portal-data";
import { ask, charter, found, join, read, tell, v1, word } from "../support/stage";

test.describe.configure({ mode: "parallel" }); // each makes what it needs, and none meets another

type Place = { slug: string; id: string; reply: string; file: string; words: string[] };
type Hidden = Place & { decoy: Place; member: Somebody; inside: APIRequestContext };

const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A private community with something of every kind in it, each with a word that stands nowhere else; and a place of the same shape that does not exist. */
const hide = async (portal: string): Promise<Hidden> => {
  const [name, about, title, body, answer, tag, fileName, draft, message] = Array.from({ length: 9 }, word) as [string, string, string, string, string, string, string, string, string];
  const [leads, member] = [await somebody(), await somebody()];
  const leader = await withToken(portal, leads);
  const inside = await withToken(portal, member);
  const { id: communityId, slug } = await found(leader, { name: `Club ${name}`, domain: `All about ${about}.`, entry: "private", norms: "" });
  await inDatabase(`INSERT INTO "Membership" ("userId", "communityId") VALUES ($1, $2)`, member.id, communityId);
  await inDatabase(`UPDATE "Community" SET "memberCount" = 2 WHERE id = $1`, communityId);
  const upload = (await (await inside.post("/api/uploads", { multipart: { file: { name: `${fileName}.png`, mimeType: "image/png", buffer: dot } } })).json()) as { id: string; markdown: string };
  const { id } = await ask(inside, slug, { title: `About ${title}?`, body: `Said ${body} @${leads.handle}. ${upload.markdown}`, tags: [tag] });
  const { id: reply } = await tell(leader, id, `No, ${answer}.`);
  expect((await inside.put("/api/drafts", { data: { place: `discussion:${slug}`, fields: { title: draft } } })).status()).toBe(204);
  await inDatabase(`INSERT INTO "MembershipRequest" (id, "communityId", "userId", interest, message) VALUES ($1, $2, $3, 'INTERESTED', $4)`, randomUUID(), communityId, (await somebody()).id, message);
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "SearchDocument" WHERE id = ANY($1::uuid[])`, [id, reply, communityId])).length, { timeout: 60_000 }).toBe(3);
  await expect.poll(async () => (await inDatabase(`SELECT 1 FROM "Attachment" WHERE id = $1 AND width IS NOT NULL`, upload.id)).length, { timeout: 60_000 }).toBe(1);
  const decoy = { slug: `club-${word()}-${slug.slice(-6, -1)}${slug.endsWith("2") ? "3" : "2"}`, id: randomUUID(), reply: randomUUID(), file: randomUUID(), words: Array.from({ length: 9 }, word) };
  return { slug, id, reply, file: upload.id, words: [name, about, title, body, answer, tag, fileName, draft, message], decoy, member, inside };
};

/** Status, headers and text without what may differ between two answers about nothing: what was asked for, and what is new on every reply. */
const plainly = async (answer: APIResponse, { slug, words }: Place) => {
  const { date: _date, etag: _etag, "content-length": _length, "x-request-id": _request, ...headers } = answer.headers();
  const nonce = /nonce-([^']+)/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "no nonce";
  const without = (said: string) =>
    [slug, ...words].reduce((text, one) => text.replaceAll(one, "SAID"), said.replaceAll(nonce, "NONCE")).replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME").replace(/\b_[SR]_\w*_/g, "NTH"); // React counts its ids as they come
  const text = without((await answer.text()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ""));
  return { status: answer.status(), headers: Object.fromEntries(Object.entries(headers).map(([name, said]) => [name, without(said)])), text };
};

/** No word of it, of those that were not asked for. */
const silent = async (answer: APIResponse, hidden: Place, asked: string) => {
  const text = await answer.text();
  for (const said of [...hidden.words, hidden.slug].filter((one) => !asked.includes(one))) expect(text.includes(said), `${answer.url()} tells ${said}`).toBe(false);
};

/** Addresses in the place itself, and those that may tell of it. */
const pages = ({ slug, id, file, words: [name = "", about = "", title = "", body = "", answer = "", tag = "", fileName = ""] }: Place) => [
  ...["", "/about", "/members", "/settings", "/tags", "/reports", "/leave", "/discussions/new", `?tag=${tag}`].map((more) => `/communities/${slug}${more}`),
  ...["", "/edit", "/hide", "/history", "/manage", "/move", "/report", "/summary", `?edit=${id}`].map((more) => `/communities/${slug}/discussions/${id}${more}`),
  `/communities/digital-help/discussions/${id}`, `/files/${file}/${fileName}.png`, `/feeds/communities/${slug}.atom`, `/calendar/communities/${slug}.ics`,
  `/communities?q=${name}`, `/communities?q=${about}`, `/people?q=${name}`, `/search?q=${body}&community=${slug}`, ...[name, about, title, body, answer, tag, fileName].map((one) => `/search?q=${one}`),
];
const programs = ({ slug, words: [name = "", about = "", title = "", body = "", , tag = ""] }: Place, member: Somebody) => [
  `/api/communities/similar?name=Club+${name}&domain=All+about+${about}.`, `/api/mentions?community=${slug}&q=${member.handle}`, `/api/mentions?community=${slug}&q=`,
  ...[name, title, tag].flatMap((one) => [`/api/suggest?q=${one}`, `/api/suggest?palette&q=${one}`]),
  `/api/similar?q=About+${title}`, `/api/similar?q=About+${title}&community=${slug}`, `${v1}/communities?q=${name}`, `${v1}/search?q=${body}`, `${v1}/search?q=${body}&community=${slug}`, `${v1}/people?q=${name}`,
];
const lists = (member: Somebody) => ["/", "/calendar/me.ics", "/settings/feeds", "/communities", "/communities?archived=1", "/people", `/people/${member.handle}`, "/search", "/search?q=club", "/notifications", "/settings", "/admin", "/admin/audit", "/admin/audit?about=community", "/admin/people", `${v1}/communities?limit=100`, `${v1}/people/${member.handle}`, `${v1}/search?q=club`, "/notifications?show=unread", `${v1}/notifications`];

const outsiders = { "an outsider": [], "an HR admin": ["HR_ADMIN"], "an administrator": ["ADMINISTRATOR"] } as const;

for (const [who, roles] of Object.entries(outsiders)) {
  test(`a private community does not exist for ${who}, by whatever way they ask`, async ({ portal, request }) => {
    test.setTimeout(400_000);
    const hidden = await hide(portal);
    const { decoy, member } = hidden;
    const me = await somebody(...roles);
    const browser = await withCookie(portal, me, { origin: portal, accept: "text/html" });
    const program = await withToken(portal, me);
    const alike = async (what: string, api: APIRequestContext, one: [string, object?], other: [string, object?]) => {
      const [here, nowhere] = [await api.fetch(one[0], { maxRedirects: 0, ...one[1] }), await api.fetch(other[0], { maxRedirects: 0, ...other[1] })];
      expect(here.status(), "a refusal that it is too much would say nothing").not.toBe(429);
      expect(await plainly(here, hidden), `${what} ${one[0]}`).toEqual(await plainly(nowhere, decoy));
      await silent(here, hidden, decodeURIComponent(one[0]) + JSON.stringify(one[1] ?? {}));
    };
    for (const [n, address] of pages(hidden).entries()) {
      await alike("page", browser, [address], [pages(decoy)[n] ?? ""]);
      await silent(await browser.get(address, { headers: { rsc: "1" }, maxRedirects: 0 }), hidden, address);
    }
    for (const [n, address] of programs(hidden, member).entries()) await alike("program", program, [address], [programs(decoy, member)[n] ?? ""]);
    const askers = { id: program, reply: await withToken(portal, await somebody(...roles)) }; // each writes as often as one may in a minute
    for (const { operationId, method, path } of operationsOf(await readDocument(request)).filter((one) => one.path.includes("{")))
      for (const at of ["id", "reply"] as const) {
        const [one, other] = [hidden, decoy].map((place): [string, object] => [fill(path, { slug: place.slug, id: place[at], handle: place.slug, name: "thanks" }), { method, ...(method !== "get" && { data: {} }) }]);
        if (one && other) await alike(operationId, askers[at], one, other);
      }
    for (const address of lists(member)) await silent(await browser.get(address), hidden, address);

    const preview = ({ slug, file }: Place) => ({ method: "POST", data: { body: `@${member.handle} ![a](/files/${file}/a.png)`, community: slug } });
    await alike("preview", program, ["/api/preview", preview(hidden)], ["/api/preview", preview(decoy)]);
    const elsewhere = (place: Place) => ({ method: "POST", data: { ...preview(place).data, community: "digital-help" } });
    await alike("preview of a hidden picture elsewhere", program, ["/api/preview", elsewhere(hidden)], ["/api/preview", elsewhere(decoy)]);
    const founder = await withToken(portal, await somebody(...roles)); // the other one has written as often as one may in a minute
    const founding = ({ slug }: Place) => ({ method: "POST", data: charter({ name: "Another club", slug }) });
    await alike("founding under its address", founder, [`${v1}/communities`, founding(hidden)], [`${v1}/communities`, founding(decoy)]);
    const same = await found(founder, { name: `Club ${hidden.words[0]}`, domain: "Something else." });
    expect(same.slug, "its name is free").toBe(`club-${hidden.words[0]}`);
  });
}

test("its members find all of it, by the same ways", async ({ portal }) => {
  const hidden = await hide(portal);
  const { slug, id, words: [name = "", about = "", title = "", body = "", answer = "", tag = "", fileName = "", draft = ""] } = hidden;
  const browser = await withCookie(portal, hidden.member, { accept: "text/html" });
  const shows = async (api: APIRequestContext, address: string, ...words: string[]) => {
    const answered = await api.get(address);
    expect(answered.status(), address).toBe(200);
    for (const said of words) expect((await answered.text()).includes(said), `${address} tells ${said}`).toBe(true);
  };
  await shows(browser, `/communities/${slug}`, name, title, tag);
  await shows(browser, `/communities/${slug}/about`, about);
  await shows(browser, `/communities/${slug}/members`, hidden.member.handle);
  await shows(browser, `/communities/${slug}/discussions/${id}`, title, body, answer, fileName);
  await shows(browser, `/communities/${slug}/discussions/new`, draft);
  await shows(browser, `/communities?q=${name}`, `/communities/${slug}`);
  await shows(browser, `/files/${hidden.file}/a.png`);
  await shows(browser, `/search?q=${body}`, `/communities/${slug}/discussions/${id}`);
  await shows(hidden.inside, `${v1}/communities/${slug}`, name, about);
  await shows(hidden.inside, `${v1}/discussions/${id}/replies`, answer);
  await shows(hidden.inside, `/api/communities/similar?name=Club+${name}`, slug);
  await shows(hidden.inside, `/api/mentions?community=${slug}&q=${hidden.member.handle.slice(0, 6)}`, hidden.member.handle);
  await inDatabase(`UPDATE "Discussion" SET kind = 'HELP_REQUEST', "neededBy" = current_date + 3 WHERE id = $1`, id);
  await shows(browser, `/feeds/communities/${slug}.atom`, name, about, title, body, tag);
  await shows(browser, `/calendar/communities/${slug}.ics`, name, title);
  await shows(browser, "/calendar/me.ics", title);
  const preview = await hidden.inside.post("/api/preview", { data: { body: `@${hidden.member.handle} ![a](/files/${hidden.file}/a.png)`, community: slug } });
  expect(await preview.text()).toContain(`/people/${hidden.member.handle}`);
  expect(await preview.text()).toContain("width");
});

test("who leaves it, or is taken out, finds nothing of it from the next moment on", async ({ portal }) => {
  const { slug, id, inside, member, words } = await hide(portal);
  const other = await withCookie(portal, member, { origin: portal });
  const subscribed = [`/feeds/communities/${slug}.atom`, `/calendar/communities/${slug}.ics`];
  const keys = subscribed.map((path) => [path, word()] as const);
  for (const [path, key] of keys) await inDatabase(`INSERT INTO "PrivateAddress" (id, "userId", "communityId", path, "keyHash") SELECT gen_random_uuid(), $1, id, $2, encode(sha256($3::bytea), 'hex') FROM "Community" WHERE slug = $4`, member.id, path, key, slug);
  const stranger = await withToken(portal, await somebody());
  for (const [path, key] of keys) expect((await stranger.get(`${path}?key=${key}`)).status(), path).toBe(200);
  expect((await inside.get(`${v1}/discussions/${id}`)).status()).toBe(200);
  expect((await inside.delete(`${v1}/communities/${slug}/membership`)).status()).toBe(204);
  for (const address of [`${v1}/discussions/${id}`, `${v1}/communities/${slug}`, `${v1}/communities/${slug}/members`]) expect((await inside.get(address)).status(), address).toBe(404);
  expect((await other.get(`/communities/${slug}/discussions/${id}`)).status()).toBe(404);
  const nowhere = await (await stranger.get("/feeds/communities/nowhere.atom?key=none")).text();
  for (const [path, key] of keys) {
    const answer = await stranger.get(`${path}?key=${key}`);
    expect([path, answer.status(), await answer.text()]).toEqual([path, 404, nowhere]);
  }
  for (const address of ["/", "/settings/feeds", "/calendar/me.ics"]) {
    const text = await (await other.get(address)).text();
    for (const said of [...words, slug]) expect(text.includes(said), `${address} tells ${said}`).toBe(false);
  }
  await expect(join(inside, slug)).rejects.toThrow("404");
  await expect(read(await inside.post(`${v1}/discussions/${id}/replies`, { data: { body: "Still here?" } }))).rejects.toThrow("404");
});
