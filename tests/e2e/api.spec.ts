import type { APIResponse } from "@playwright/test";
import { expect, test } from "../support/browser";
import { conforms, operationsOf, readDocument } from "../support/openapi";
import { ask, charter, found, join, read, setStage, type Stage, tell, v1 } from "../support/stage";

/** How each operation of the document is called so that it does what it says. */
const cases: Record<string, (stage: Stage) => Promise<APIResponse>> = {
  getMe: ({ member }) => member.get(`${v1}/me`),
  listPeople: ({ member }) => member.get(`${v1}/people?limit=2&q=a`),
  getPerson: ({ member, person }) => member.get(`${v1}/people/${person.handle}`),
  listUnits: ({ member }) => member.get(`${v1}/units`),
  listCommunities: ({ member }) => member.get(`${v1}/communities?q=Bookbinding&limit=5`),
  foundCommunity: ({ leader }) => leader.post(`${v1}/communities`, { data: charter({ entry: "private" }) }),
  getCommunity: ({ member, place }) => member.get(`${v1}/communities/${place}`),
  changeCommunity: async ({ leader, place }) => leader.patch(`${v1}/communities/${place}`, { data: { ...charter({ domain: "How torn books live on." }), norms: "Ask first.", version: (await read(await leader.get(`${v1}/communities/${place}`))).version } }),
  joinCommunity: async ({ leader, member }) => member.put(`${v1}/communities/${(await found(leader, { entry: "request" })).slug}/membership`, { data: { interest: "interested" } }),
  leaveCommunity: async ({ leader, member }) => {
    const { slug } = await found(leader);
    await join(member, slug);
    return member.delete(`${v1}/communities/${slug}/membership`);
  },
  listMembers: ({ member, place }) => member.get(`${v1}/communities/${place}/members`),
  listDiscussions: ({ member, place }) => member.get(`${v1}/communities/${place}/discussions?kind=question&tag=glue&sort=newest`),
  startDiscussion: ({ member, place }) => member.post(`${v1}/communities/${place}/discussions`, { data: { kind: "story", title: "How a map was saved", body: "Slowly.", tags: ["maps"], language: "en" } }),
  getDiscussion: ({ member, question }) => member.get(`${v1}/discussions/${question.id}`),
  editDiscussion: ({ leader, question }) => leader.patch(`${v1}/discussions/${question.id}`, { data: { version: question.version, title: "Which glue for old leather?" } }),
  deleteDiscussion: async ({ leader, place }) => leader.delete(`${v1}/discussions/${(await ask(leader, place)).id}`),
  listReplies: ({ member, question }) => member.get(`${v1}/discussions/${question.id}/replies`),
  postReply: ({ leader, question, answer }) => leader.post(`${v1}/discussions/${question.id}/replies`, { data: { body: "Thank you.", parentId: answer.id } }),
  acceptAnswer: ({ leader, question, answer }) => leader.put(`${v1}/discussions/${question.id}/acceptance`, { data: { replyId: answer.id } }),
  withdrawAcceptance: async ({ leader, question, answer }) => {
    await read(await leader.put(`${v1}/discussions/${question.id}/acceptance`, { data: { replyId: answer.id } }));
    return leader.delete(`${v1}/discussions/${question.id}/acceptance`);
  },
  reactToDiscussion: ({ member, question }) => member.put(`${v1}/discussions/${question.id}/reactions/same-here`),
  takeBackReactionToDiscussion: ({ member, question }) => member.delete(`${v1}/discussions/${question.id}/reactions/same-here`),
  getReply: ({ leader, answer }) => leader.get(`${v1}/replies/${answer.id}`),
  editReply: ({ member, answer }) => member.patch(`${v1}/replies/${answer.id}`, { data: { version: answer.version, body: "Wheat paste, thin." } }),
  deleteReply: async ({ member, question }) => member.delete(`${v1}/replies/${(await tell(member, question.id)).id}`),
  reactToReply: ({ leader, answer }) => leader.put(`${v1}/replies/${answer.id}/reactions/thanks`),
  takeBackReactionToReply: ({ leader, answer }) => leader.delete(`${v1}/replies/${answer.id}/reactions/thanks`),
  followCommunity: ({ member, place }) => member.put(`${v1}/communities/${place}/follow`, { data: { level: "everything" } }),
  followTag: ({ member, place }) => member.put(`${v1}/communities/${place}/tags/glue/follow`, { data: { level: "nothing" } }),
  followDiscussion: ({ member, question }) => member.put(`${v1}/discussions/${question.id}/follow`, { data: { level: "default" } }),
  listNotifications: ({ leader }) => leader.get(`${v1}/notifications?show=unread&limit=5`),
  markNotificationsRead: ({ leader, question }) => leader.post(`${v1}/notifications/read`, { data: { thread: question.id } }),
  search: ({ member }) => member.get(`${v1}/search?q=library&limit=5`),
};

test("every operation of the document does what it says, in the form it says", async ({ portal, request }) => {
  const document = await readDocument(request);
  expect(document.openapi).toMatch(/^3\.1/);
  const operations = operationsOf(document);
  expect(operations.length).toBeGreaterThan(25);
  expect(operations.map(({ operationId }) => operationId).filter((id) => !cases[id]), "operations without a case in this test").toEqual([]);
  const stage = await setStage(portal);
  for (const operation of operations) {
    const answer = await cases[operation.operationId]?.(stage);
    if (!answer) continue;
    expect(answer.status(), `${operation.operationId}: ${await answer.text()}`).toBeLessThan(300);
    await conforms(document, operation, answer);
  }
});

test("what is written comes back as Markdown and as HTML, with a version, times and an address that leads to its page", async ({ portal, as }) => {
  const { question, leader, place } = await setStage(portal);
  const said = (await (await leader.get(`${v1}/discussions/${question.id}`)).json()) as Record<string, unknown>;
  expect(said).toMatchObject({ version: 1, community: place, body: "It comes **off**.", kind: "question", tags: ["glue"], replyCount: 1, acceptedReplyId: null });
  expect(said.bodyHtml).toContain("<strong>off</strong>");
  const { page } = await as("employee@demo.example");
  await page.goto(String(said.url));
  await expect(page.getByRole("heading", { level: 1, name: "Which glue for leather?" })).toBeVisible();
});

test("joining where it must be approved is asked for, and can be taken back", async ({ portal }) => {
  const { leader, member } = await setStage(portal);
  const { slug } = await found(leader, { entry: "request" });
  const asked = await member.put(`${v1}/communities/${slug}/membership`, { data: { interest: "interested" } });
  expect([asked.status(), await asked.json()]).toEqual([202, { state: "requested" }]);
  expect((await member.get(`${v1}/communities/${slug}/members`)).status(), "seen, but not open").toBe(403);
  expect((await member.delete(`${v1}/communities/${slug}/membership`)).status()).toBe(204);
  expect((await member.delete(`${v1}/communities/${slug}/membership`)).status()).toBe(409);
});

test("made private, a community answers with its new address, and no more under the old one", async ({ portal }) => {
  const { leader, place } = await setStage(portal);
  const { version } = await read(await leader.get(`${v1}/communities/${place}`));
  const { slug, url } = (await (await leader.patch(`${v1}/communities/${place}`, { data: { version, entry: "private" } })).json()) as { slug: string; url: string };
  expect(slug).toMatch(/-[a-z0-9]{6}$/);
  expect(url).toBe(`${portal}/communities/${slug}`);
  expect((await leader.get(`${v1}/communities/${slug}`)).status()).toBe(200);
  expect((await leader.get(`${v1}/communities/${place}`)).status()).toBe(404);
});

test("lists come in pages that neither repeat nor lose a row while others write", async ({ portal }) => {
  const { leader, member, place } = await setStage(portal);
  const made = [];
  for (let n = 0; n < 7; n++) made.push((await ask(leader, place, { title: `Question ${n}?` })).id);
  const list = `${v1}/communities/${place}/discussions?sort=newest&limit=2`;
  const seen: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page = (await (await member.get(next ? `${list}&after=${next}` : list)).json()) as { items: { id: string }[]; next: string | null };
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
    if (seen.length === 4) await ask(member, place, { title: "Written in between?" });
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 7)).toEqual(made.reverse());
});
