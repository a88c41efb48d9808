import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";
import { indexAll, titles, world } from "./world";

test("a word is found in titles and texts, titles first, and marked", async () => {
  const { reader } = await world([{ title: "Cold mornings", text: "The pumps freeze at night." }, { title: "A frozen pump", text: "What now?" }, { title: "Payroll" }]);
  const found = await search(reader, { q: "pump" });
  expect(found?.items.map(({ title }) => title)).toEqual([
    [{ text: "A frozen ", hit: false }, { text: "pump", hit: true }],
    [{ text: "Cold mornings", hit: false }],
  ]);
  expect(found?.items[1]?.excerpt).toContainEqual({ text: "pumps", hit: true });
  expect(found).toMatchObject({ total: 2, capped: false, instead: [], next: null });
});

test("every row is asked in the language it is written in", async () => {
  const { reader } = await world([
    { title: "Borrowing books", text: "The readers were borrowing them.", language: "en" },
    { title: "Préstamos", text: "Las canciones de los niños.", language: "es" },
    { title: "Utställningar", text: "Vi byggde mognadstrappan med alla bibliotekarier.", language: "sv" },
    { title: "Spotkania", text: "Wspólnota praktyków spotyka się w każdym tygodniu.", language: "pl" },
    { title: "Выставки", text: "Берёзовые книги для читателей, ещё о ёлках.", language: "ru" },
  ]);
  const table = [
    ["borrow", "Borrowing books"], ["readers", "Borrowing books"],
    ["cancion", "Préstamos"], ["canción", "Préstamos"], ["niño", "Préstamos"],
    ["mognadstrappa", "Utställningar"], ["mognad", "Utställningar"], ["bibliotekarie", "Utställningar"],
    ["wspolnota", "Spotkania"], ["wspólnoty", "Spotkania"], ["praktyk", "Spotkania"], ["jak wspólnota", "Spotkania"],
    ["книга", "Выставки"], ["читатель", "Выставки"], ["березовый", "Выставки"], ["ёлка", "Выставки"], ["елка", "Выставки"],
  ] as const;
  for (const [q, title] of table) expect([q, await titles(reader, q)]).toEqual([q, [title]]);
});

test("a slip of the finger is forgiven, and what was looked for instead is said", async () => {
  const { reader } = await world([
    { title: "Mentoring newcomers" }, { title: "Självskattning av enheter", language: "sv" }, { title: "Наставничество для новичков", language: "ru" },
    { title: "Dojrzałość organizacji", language: "pl" }, { title: "Conocimiento crítico", language: "es" },
  ]);
  const slips = [
    ["mentroing", "mentoring"], ["självskatning", "sjalvskattning"], ["dojrzalosc", null], ["dojzałość", "dojrzalosc"], ["conocimeinto", "conocimiento"],
    ["наставничиство", "наставничество"],
  ] as const;
  for (const [q, instead] of slips) {
    const found = await search(reader, { q });
    expect([q, found?.total, found?.instead]).toEqual([q, 1, instead ? [instead] : []]);
  }
});

test("phrases keep their order, exclusions exclude, or means either", async () => {
  const { reader } = await world([{ title: "One", text: "red paint on the door" }, { title: "Two", text: "paint it red" }, { title: "Three", text: "a green door" }]);
  expect(await titles(reader, "red paint")).toHaveLength(2);
  expect(await titles(reader, '"red paint"')).toEqual(["One"]);
  expect(await titles(reader, "“red paint”")).toEqual(["One"]);
  expect(await titles(reader, "door -red")).toEqual(["Three"]);
  expect(await titles(reader, 'door -"green door"')).toEqual(["One"]);
  expect((await titles(reader, "green or red"))?.sort()).toEqual(["One", "Three", "Two"]);
  expect(await titles(reader, "-red")).toEqual([]);
  expect(await titles(reader, "the -red")).toEqual([]);
});

test("what is excluded is excluded in every language, also where the words around it bend alike", async () => {
  const { reader } = await world([
    { title: "Museo", text: "Plan de visitas con bibliotecas", language: "es" }, { title: "Museum", text: "Plan för besök", language: "sv" }, { title: "Archive", text: "A plan for visits to libraries" },
  ]);
  expect(await titles(reader, "plan")).toHaveLength(3);
  expect((await titles(reader, "plan -bibliotecas"))?.sort()).toEqual(["Archive", "Museum"]);
  expect((await titles(reader, "plan -libraries"))?.sort()).toEqual(["Museo", "Museum"]);
});

test("a part of a title is found where whole words find next to nothing", async () => {
  const { reader } = await world([{ title: "Kunskapsnätverk i regionen", language: "sv" }, { title: "Huvudstadens bokbuss", language: "sv" }]);
  expect(await titles(reader, "nätverk")).toEqual(["Kunskapsnätverk i regionen"]);
  expect(await titles(reader, "natverk")).toEqual(["Kunskapsnätverk i regionen"]);
  expect(await titles(reader, "bokbus")).toEqual(["Huvudstadens bokbuss"]);
});

test("a question and its answer match together, and are one row where a discussion is one", async () => {
  const { community, author, posts, reader } = await world([{ title: "The e-loan app refuses my card", text: "What now?" }, { title: "Something else" }]);
  const reply = await buildReply(posts[0]?.id ?? "", author.id, { html: "<p>Set the clock of the phone.</p>" });
  await indexAll();
  const found = await search(reader, { q: "e-loan clock" });
  expect(found?.items).toMatchObject([{ kind: "reply", id: reply.id, url: `/communities/${community.slug}/discussions/${posts[0]?.id}#p-${reply.id}` }]);
  expect((await search(reader, { q: "card" }))?.items.map(({ kind }) => kind).sort()).toEqual(["discussion", "reply"]);
  expect((await search(reader, { q: "card", together: true }))?.items).toMatchObject([{ kind: "discussion", others: 1 }]);
});

test("a reply far down is reached on its page", async () => {
  const { author, posts, reader } = await world([{ title: "Long" }]);
  const discussionId = posts[0]?.id ?? "";
  for (let minute = 0; minute < 31; minute++) await buildReply(discussionId, author.id, { html: `<p>word${minute === 30 ? " needle" : ""}</p>`, createdAt: new Date(Date.UTC(2025, 0, 1, 0, minute)) });
  await indexAll();
  const [hit] = (await search(reader, { q: "needle" }))?.items ?? [];
  expect(hit?.url).toMatch(/\?after=[\w-]+#p-/);
});

test("an accepted answer stands before a discussion without one, and what is newer before what is old", async () => {
  const { author, posts, reader } = await world([
    { title: "Seal broken", createdAt: new Date(Date.UTC(2016, 0, 1)) }, { title: "Seal broken", createdAt: new Date() }, { title: "Seal broken", createdAt: new Date() },
  ]);
  const answer = await buildReply(posts[1]?.id ?? "", author.id, { html: "<p>x</p>" });
  await db.discussion.update({ where: { id: posts[1]?.id ?? "" }, data: { acceptedReplyId: answer.id } });
  await indexAll();
  const found = await search(reader, { q: "seal", together: true });
  expect(found?.items.map(({ id }) => id)).toEqual([posts[1]?.id, posts[2]?.id, posts[0]?.id]);
  expect(found?.items[0]?.accepted).toBe(true);
});

test("people are found by name, handle, position, unit and what they know; communities by charter and tags; files by their names", async () => {
  const unit = await db.unit.create({ data: { code: "HAR", name: "Harbour branch" } });
  const person = await buildPerson({ name: "Żaneta Łukaszewicz", handle: "zluk", position: "Bookbinder", unitId: unit.id, knows: ["parchment"] });
  const community = await buildCommunity({ name: "Restoration", domain: "Keeping vellum alive.", outOfScope: "Plastics" });
  await db.tag.create({ data: { communityId: community.id, name: "glue" } });
  const discussion = await buildDiscussion(community.id, person.id, { title: "Drawings", html: "<p>See file.</p>" });
  await db.attachment.create({ data: { discussionId: discussion.id, name: "spine-template.pdf", mediaType: "application/pdf", size: 1, storageKey: "k" } });
  await indexAll();
  const reader = await buildActor();
  for (const q of ["zaneta", "Łukaszewicz", "zluk", "bookbinder", "harbour", "parchment"]) expect((await search(reader, { q, kind: "person" }))?.items).toMatchObject([{ kind: "person", url: "/people/zluk" }]);
  for (const q of ["restoration", "vellum", "glue"]) expect((await search(reader, { q, kind: "community" }))?.items).toMatchObject([{ url: `/communities/${community.slug}` }]);
  expect(await titles(reader, "plastics")).toEqual([]);
  expect(await titles(reader, "spine-template.pdf")).toEqual(["Drawings"]);
});
