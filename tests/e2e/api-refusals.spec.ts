import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../support/browser";
import { fill, isProblem, isWrite, methods, type Operation, operationsOf, readDocument } from "../support/openapi";
import { inDatabase, somebody, withCookie, withToken } from "../support/portal-data";
import { ask, charter, found, read, setStage, tell, v1, word } from "../support/stage";

const call = (api: APIRequestContext, { method, path }: Pick<Operation, "method" | "path">, places: Record<string, string> = {}, more: object = {}) =>
  api.fetch(fill(path, places), { method: method.toUpperCase(), maxRedirects: 0, ...more });
const takesBody = (operation: Operation) => operation.requestBody !== undefined;
/** As bytes: a text that is no JSON would be sent as the JSON of that text. */
const json = (data: string) => ({ headers: { "content-type": "application/json" }, data: Buffer.from(data) });
const tooLong = `{"body":"${"x".repeat(300_001)}"}`;
const named = ({ path }: Operation) => path.includes("{");

test("without a token, or with one that is none, nobody hears more than that (401)", async ({ portal, request }) => {
  const person = await somebody();
  const wrong = [undefined, "Bearer nonsense", "Bearer", `Basic ${person.token}`, person.token, `Bearer ${person.token.slice(0, -1)}`];
  for (const operation of operationsOf(await readDocument(request)))
    await isProblem(await call(request, operation, {}, { headers: { authorization: wrong[1] ?? "", "content-type": "text/plain" }, ...(isWrite(operation) && { data: tooLong }) }), 401, "unauthenticated", operation.operationId);
  for (const authorization of wrong) {
    const answer = await request.get(`${v1}/me`, { headers: { ...(authorization && { authorization }) } });
    await isProblem(answer, 401, "unauthenticated", authorization);
    expect(answer.headers()["www-authenticate"]).toBe("Bearer");
  }
  const api = await withToken(portal, person, { cookie: "next-auth.session-token=nonsense" });
  expect((await api.get(`${v1}/me`)).status()).toBe(200);
  await inDatabase(`UPDATE "ApiToken" SET "revokedAt" = now() WHERE id = $1`, person.tokenId);
  await isProblem(await api.get(`${v1}/me`), 401, "unauthenticated", "a token that was taken back");
});

test("a body of another kind, too long, or broken is refused before anything is looked up (415, 413, 400)", async ({ portal, request }) => {
  const api = await withToken(portal, await somebody());
  for (const operation of operationsOf(await readDocument(request)).filter(takesBody)) {
    await isProblem(await call(api, operation, {}, { headers: { "content-type": "text/plain" }, data: tooLong }), 415, "unsupported-type", operation.operationId);
    await isProblem(await call(api, operation, {}, json(tooLong)), 413, "too-large", operation.operationId);
    await isProblem(await call(api, operation, {}, json("{")), 400, "malformed", operation.operationId);
    await isProblem(await call(api, operation, {}, { headers: { "content-type": "application/json" }, data: Buffer.from([0x22, 0xff, 0x22]) }), 400, "malformed", "not UTF-8");
  }
});

test("hidden, missing and malformed answer alike, whatever the body says (404)", async ({ portal, request }) => {
  const { leader } = await setStage(portal);
  const { slug } = await found(leader, { entry: "private" });
  const hidden = await ask(leader, slug);
  const reply = await tell(leader, hidden.id);
  const wheres: Record<string, string>[] = [
    { slug, id: hidden.id, name: "thanks" },
    { slug, id: reply.id, name: "thanks" },
    { slug: slug.replace(/.$/, "0"), id: randomUUID(), name: "thanks" },
    { slug: "x".repeat(500), id: "no-id", name: "thanks", handle: "x".repeat(500) },
    { slug: "\0", id: "\0", name: "\0", handle: "\0" },
    { slug: "a'b\"--%_\\", id: `${hidden.id}'`, name: "__proto__", handle: "../me" },
  ];
  for (const operation of operationsOf(await readDocument(request)).filter(named)) {
    const outsider = await withToken(portal, await somebody());
    const heard = new Set<string>();
    for (const places of wheres)
      for (const data of takesBody(operation) ? ["{}", '{"nonsense":true}', "[]", `{"version":1,"replyId":"${reply.id}"}`] : [undefined]) {
        const answer = await call(outsider, operation, { handle: "nobody-of-that-name", ...places }, data === undefined ? {} : json(data));
        await isProblem(answer, 404, "not-found", `${operation.operationId} ${JSON.stringify(places)} ${data}`);
        heard.add(await answer.text());
      }
    expect([...heard], operation.operationId).toHaveLength(1);
  }
});

test("a session writes from a page of ours only; a token writes from anywhere (403)", async ({ portal, request }) => {
  const { person, place, member } = await setStage(portal);
  const writes = operationsOf(await readDocument(request)).filter(isWrite);
  for (const origin of [undefined, "null", "https://evil.example", portal.replace("http:", "https:"), `${portal}.evil.example`]) {
    const page = await withCookie(portal, person, origin === undefined ? {} : { origin });
    for (const operation of writes) await isProblem(await call(page, operation, { slug: place }, takesBody(operation) ? json("{}") : {}), 403, "forbidden", `${operation.operationId} from ${origin}`);
    expect((await page.get(`${v1}/me`)).status(), "reading changes nothing").toBe(200);
  }
  const say = { data: { kind: "story", title: "From our own page", body: "Hello.", tags: [] } };
  expect((await (await withCookie(portal, person, { origin: portal })).post(`${v1}/communities/${place}/discussions`, say)).status()).toBe(201);
  expect((await member.post(`${v1}/communities/${place}/discussions`, { ...say, headers: { origin: "https://evil.example" } })).status()).toBe(201);
});

test("who sees but may not hears so before any word on the body (403), then what to change (422), then what stands against it (409)", async ({ portal }) => {
  const { leader, member, place, question, answer } = await setStage(portal);
  const outsider = await withToken(portal, await somebody());
  for (const body of ["{}", '{"version":1,"title":""}', '{"version":1,"title":"Mine now"}']) await isProblem(await outsider.patch(`${v1}/discussions/${question.id}`, json(body)), 403, "forbidden", body);
  await isProblem(await outsider.post(`${v1}/discussions/${question.id}/replies`, json("{}")), 403, "forbidden");
  await isProblem(await member.put(`${v1}/discussions/${question.id}/acceptance`, json('{"replyId":"no id"}')), 403, "forbidden");
  const bad = await leader.post(`${v1}/communities/${place}/discussions`, { data: { kind: "rant", title: "", body: "x".repeat(50_001), tags: ["a", "b", "c", "d", "e", "f"], more: 1 } });
  await isProblem(bad, 422, "invalid");
  expect(Object.keys(((await bad.json()) as { fields: object }).fields).sort()).toEqual(["", "body", "kind", "tags", "title"]);
  await isProblem(await leader.patch(`${v1}/discussions/${question.id}`, json('{"version":7,"title":""}')), 422, "invalid", "what is wrong goes before what is stale");
  await isProblem(await leader.get(`${v1}/communities?limit=0`), 422, "invalid");
  await isProblem(await leader.put(`${v1}/discussions/${question.id}/reactions/hatred`), 404, "not-found");
  await isProblem(await leader.put(`${v1}/communities/${place}/membership`, { data: { interest: "do-this" } }), 409, "already-member");
  expect((await leader.put(`${v1}/discussions/${question.id}/acceptance`, { data: { replyId: answer.id } })).status()).toBe(200);
});

test("a stale version is refused with the record as it stands (409)", async ({ portal }) => {
  const { leader, member, place, question, answer } = await setStage(portal);
  const edits: [APIRequestContext, string, object][] = [
    [leader, `/discussions/${question.id}`, { title: "Which glue now?", body: "New.", tags: [] }],
    [member, `/replies/${answer.id}`, { body: "Another paste." }],
    [leader, `/communities/${place}`, charter({ name: `Renamed ${word()}` })],
  ];
  for (const [api, path, data] of edits) {
    const { version } = await read(await api.get(v1 + path));
    const now = await read(await api.patch(v1 + path, { data: { norms: undefined, ...(path.startsWith("/communities") && { norms: "" }), ...data, version } }));
    expect(now.version).toBe(version + 1);
    const late = await api.patch(v1 + path, { data: { ...(path.startsWith("/communities") && { norms: "" }), ...data, version } });
    await isProblem(late, 409, "stale", path);
    expect(((await late.json()) as { current: unknown }).current).toEqual(await (await api.get(v1 + path)).json());
  }
});

test("the same request under the same key is done once; another one under it is refused", async ({ portal }) => {
  const { leader, person, place } = await setStage(portal);
  const say = (title: string, key: string, api = leader) => api.post(`${v1}/communities/${place}/discussions`, { data: { kind: "story", title, body: "Once.", tags: [] }, headers: { "idempotency-key": key } });
  const [key, once] = [randomUUID(), `Only once ${word()}`];
  const all = await Promise.all(Array.from({ length: 5 }, () => say(once, key)));
  expect(new Set(await Promise.all(all.map(async (one) => `${one.status()} ${(await read(one)).id}`))).size).toBe(1);
  await isProblem(await say("Something else", key), 409, "conflict");
  await isProblem(await say("", "again"), 422, "invalid");
  expect((await say("A refusal frees the key", "again")).status()).toBe(201);
  const { id } = await read(await say("A key is everybody's own", key, await withToken(portal, person)));
  expect(id).not.toBe((await read(all[0] ?? (await say("", "")))).id);
  const [row] = await inDatabase<{ n: number }>(`SELECT count(*)::int n FROM "Discussion" WHERE title = $1`, once);
  expect(row?.n).toBe(1);
});

test("who writes too much waits, and is told how long (429); others do not", async ({ portal }) => {
  const { place, question } = await setStage(portal);
  const api = await withToken(portal, await somebody());
  const press = () => api.put(`${v1}/discussions/${question.id}/reactions/thanks`);
  const statuses = [];
  for (let n = 0; n < 60; n++) statuses.push((await press()).status());
  expect(new Set(statuses)).toEqual(new Set([204]));
  const refused = await press();
  await isProblem(refused, 429, "too-many-requests");
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(Number(refused.headers()["retry-after"])).toBeLessThanOrEqual(60);
  expect((await api.get(`${v1}/communities/${place}`)).status()).toBe(200);
  expect((await (await withToken(portal, await somebody())).put(`${v1}/discussions/${question.id}/reactions/thanks`)).status()).toBe(204);
});

test("methods and addresses that are not there are refused in the same form (405, 404)", async ({ portal, request }) => {
  const document = await readDocument(request);
  for (const [path, item] of Object.entries(document.paths)) {
    const api = await withToken(portal, await somebody());
    for (const method of methods.filter((name) => !item[name])) {
      const answer = await call(api, { method, path });
      await isProblem(answer, 405, "method-not-allowed", `${method} ${path}`);
      const allowed = answer.headers().allow?.split(", ") ?? [];
      expect(methods.filter((name) => allowed.includes(name.toUpperCase())), `${method} ${path}`).toEqual(methods.filter((name) => item[name]));
      await isProblem(await call(request, { method, path }), 401, "unauthenticated", `${method} ${path}`);
    }
  }
  for (const path of [v1, `${v1}/nothing`, `${v1}/discussions`, `${v1}/communities/a/b/c`, `${v1}/me/more`, "/api/nothing", "/api"]) {
    const api = await withToken(portal, await somebody());
    for (const method of methods) {
      await isProblem(await api.fetch(path, { method: method.toUpperCase() }), 404, "not-found", `${method} ${path}`);
      await isProblem(await request.fetch(path, { method: method.toUpperCase() }), 401, "unauthenticated", `${method} ${path}`);
    }
  }
});

test("what PostgreSQL cannot keep breaks nothing, wherever it is written", async ({ portal }) => {
  const { leader, place } = await setStage(portal);
  const made = await ask(leader, place, { title: "A\0B", body: "C\0\ud800D", tags: ["e\0f"] });
  expect(made).toMatchObject({ title: "AB", body: "C\ufffdD" });
  expect((await leader.put("/api/drafts", { data: { place: "community:new", fields: { "a\0": "\0\udfff" } } })).status()).toBe(204);
  for (const query of ["communities?q=%00", "people?q=%00&unit=%00", `communities/${place}/discussions?tag=%00&after=%00`, `communities/${place}/members?q=%00`, "people?after=%ff%fe"]) expect((await leader.get(`${v1}/${query}`)).status(), query).toBe(200);
  expect((await leader.post(`${v1}/communities/${place}/discussions`, json(`${"[".repeat(140_000)}${"]".repeat(140_000)}`))).status()).toBe(422);
});
