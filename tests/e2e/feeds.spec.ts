import { expect, looksRight, test } from "../support/browser";
import { all, one, parseXml } from "../support/atom";
import { inDatabase, withCookie, withToken } from "../support/portal-data";
import { setStage, v1 } from "../support/stage";

test("a member makes an address for a feed reader, which follows what is said until it is revoked", async ({ portal, enter, request }) => {
  const { person, leader, member, place, question, answer } = await setStage(portal);
  const page = await enter(person);
  await page.goto(`/communities/${place}`);
  await page.getByRole("link", { name: "By feed" }).click();
  await expect(page.getByRole("combobox", { name: "What to follow" })).toHaveValue(`/feeds/communities/${place}.atom`);
  await page.getByRole("button", { name: "Make the address" }).click();
  const address = await page.getByRole("status", { name: "Private address" }).textContent() ?? "";
  expect(address).toMatch(new RegExp(`/feeds/communities/${place}\\.atom\\?key=[\\w-]{27}$`));
  await looksRight(page);
  await page.reload();
  await expect(page.getByText(address)).toHaveCount(0);

  const path = address.replace(/^https?:\/\/[^/]+/, "");
  const first = await request.get(path);
  expect([first.status(), first.headers()["content-type"], first.headers()["cache-control"]]).toEqual([200, "application/atom+xml; charset=utf-8", "private, no-cache"]);
  const feed = parseXml(await first.text());
  expect(all(feed, "entry").map((entry) => one(entry, "id").text)).toEqual([`urn:uuid:${question.id}`]);
  const known = { "if-none-match": first.headers().etag ?? "" };
  expect((await request.get(path, { headers: known })).status()).toBe(304);
  expect((await request.get(path, { headers: { "if-modified-since": first.headers()["last-modified"] ?? "" } })).status()).toBe(304);

  await leader.put(`${v1}/discussions/${question.id}/acceptance`, { data: { replyId: answer.id } });
  const second = await request.get(path, { headers: known });
  expect(second.status()).toBe(200);
  expect(all(parseXml(await second.text()), "entry").map((entry) => one(entry, "id").text).sort()).toEqual([`urn:uuid:${question.id}`, `urn:uuid:${answer.id}`].sort());

  await page.reload();
  await expect(page.getByText("last fetched")).toBeVisible();
  await page.getByRole("button", { name: /^Revoke the address: Feed/ }).click();
  await expect(page.getByText("No reader follows for you yet.")).toBeVisible();
  const missing = await request.get("/feeds/communities/nowhere.atom?key=none");
  const revoked = await request.get(path);
  expect([revoked.status(), await revoked.text()]).toEqual([404, await missing.text()]);
  expect((await member.get(`/feeds/communities/${place}.atom`)).status()).toBe(200);
});

test("without JavaScript the address of one's calendar is made as well, and a calendar reads it", async ({ portal, enter, request }) => {
  const { person, member, place } = await setStage(portal);
  await member.post(`${v1}/communities/${place}/discussions`, { data: { kind: "help-request", title: "Carry shelves", body: "On Monday.", tags: [] } });
  await inDatabase(`UPDATE "Discussion" SET "neededBy" = current_date + 5 WHERE "authorId" = $1 AND kind = 'HELP_REQUEST'`, person.id);
  const page = await enter(person, { javaScriptEnabled: false });
  await page.goto("/settings/feeds");
  await page.getByRole("button", { name: "Make the address" }).click();
  const address = await page.getByRole("status", { name: "Private address" }).textContent() ?? "";
  const answer = await request.get(address.replace(/^https?:\/\/[^/]+/, ""));
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(await answer.text()).toContain("SUMMARY:Help needed: Carry shelves");
});

test("nobody reads without an address, a session or a token; and an address opens one door only", async ({ portal, request }) => {
  const { person, place } = await setStage(portal);
  const api = await withCookie(portal, person);
  for (const path of [`/feeds/communities/${place}.atom`, `/calendar/communities/${place}.ics`, "/calendar/me.ics"]) {
    expect((await request.get(path)).status(), path).toBe(401);
    expect((await request.get(`${path}?key=`)).status(), path).toBe(404);
    expect((await api.get(path)).status(), path).toBe(200);
    expect((await api.get(`${path}?key=wrong`)).status(), `${path}: a key that is named counts, not the session`).toBe(404);
    expect((await (await withToken(portal, person)).get(path)).status(), path).toBe(200);
    expect((await (await withToken(portal, person)).post(path)).status(), path).toBe(405);
  }
  for (const path of ["/feeds/communities/nowhere.atom", `/feeds/communities/${place}.ics`, `/feeds/communities/${place}`, "/calendar/communities/nowhere.ics"]) expect((await api.get(path)).status(), path).toBe(404);
});
