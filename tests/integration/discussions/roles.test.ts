import { expect, test } from "vitest";
import { acceptAnswer, withdrawAcceptance } from "@/lib/discussions/acceptance/commands";
import { deleteDiscussion, editDiscussion, startDiscussion } from "@/lib/discussions/commands";
import { keepBookmark, react } from "@/lib/discussions/reactions/commands";
import { deleteReply, editReply, postReply } from "@/lib/discussions/replies/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { buildWorld, roles, type State } from "@/tests/support/worlds";

type World = Awaited<ReturnType<typeof buildWorld>>;
type Attempt = (actor: Actor, world: World) => Promise<{ ok: boolean; why?: string }>;

const attempts: Record<string, Attempt> = {
  start: (actor, { community }) => startDiscussion(actor, { community: community.slug, kind: "question", title: "Which seal?", body: "For the pump." }),
  reply: (actor, { question }) => postReply(actor, { discussionId: question.id, body: "The blue one." }),
  edit: (actor, { question }) => editDiscussion(actor, { id: question.id, version: 1, title: "Which seal exactly?" }),
  delete: (actor, { question }) => deleteDiscussion(actor, { id: question.id }),
  accept: (actor, { question, answer }) => acceptAnswer(actor, { discussionId: question.id, replyId: answer.id }),
  thank: (actor, { question, answer }) => react(actor, { discussionId: question.id, replyId: answer.id, name: "thanks", on: true }),
  bookmark: (actor, { question }) => keepBookmark(actor, { discussionId: question.id, on: true }),
  "edit the answer": (actor, { answer }) => editReply(actor, { id: answer.id, version: 1, body: "Check the seal twice." }),
  "delete the answer": (actor, { answer }) => deleteReply(actor, { id: answer.id }),
};

/** y: done; f: forbidden; n: not found. In the order of `roles`: visitor, outsider, HR admin, administrator, leader elsewhere, member, author, leader, system. */
const table: [name: string, state: State, expected: Record<string, string>][] = [
  [
    "an open community",
    {},
    {
      start: "nffffyyyf", reply: "nffffyyyf", edit: "nfffffyyf", delete: "nfffffyyf", accept: "nfffffyyf",
      thank: "nyyyyfyyf", bookmark: "nyyyyyyyf", "edit the answer": "nffffyfyf", "delete the answer": "nffffyfyf",
    },
  ],
  [
    "a community by request",
    { entry: "REQUEST" },
    {
      start: "nnnnnyyyf", reply: "nnnnnyyyf", edit: "nnnnnfyyf", delete: "nnnnnfyyf", accept: "nnnnnfyyf",
      thank: "nnnnnfyyf", bookmark: "nnnnnyyyf", "edit the answer": "nnnnnyfyf", "delete the answer": "nnnnnyfyf",
    },
  ],
  [
    "a private community",
    { entry: "PRIVATE" },
    {
      start: "nnnnnyyyf", reply: "nnnnnyyyf", edit: "nnnnnfyyf", delete: "nnnnnfyyf", accept: "nnnnnfyyf",
      thank: "nnnnnfyyf", bookmark: "nnnnnyyyf", "edit the answer": "nnnnnyfyf", "delete the answer": "nnnnnyfyf",
    },
  ],
  [
    "an archived community",
    { archived: true },
    {
      start: "nffffffff", reply: "nffffffff", edit: "nffffffff", delete: "nffffffff", accept: "nffffffff",
      thank: "nffffffff", bookmark: "nyyyyyyyf", "edit the answer": "nffffffff", "delete the answer": "nffffffff",
    },
  ],
  [
    "a closed discussion",
    { closed: true },
    {
      reply: "nffffffff", edit: "nfffffyyf", delete: "nfffffyyf", accept: "nfffffyyf", thank: "nyyyyfyyf",
      bookmark: "nyyyyyyyf", "edit the answer": "nffffyfyf", "delete the answer": "nffffyfyf",
    },
  ],
  [
    "a deleted discussion",
    { deleted: true },
    {
      reply: "nnnnnnnnn", edit: "nnnnnnnnn", delete: "nnnnnnnnn", accept: "nnnnnnnnn", thank: "nnnnnnnnn",
      bookmark: "nnnnnnnnn", "edit the answer": "nnnnnnnnn", "delete the answer": "nnnnnnnnn",
    },
  ],
];

const words: Record<string, string | undefined> = { y: "done", f: "forbidden", n: "not-found" };
const cases = table.flatMap(([name, state, expected]) =>
  Object.entries(expected).map(([act, letters]) => ({ name, state, act, letters })),
);

/** Who is refused changes nothing, so that they may all try at the same world; who succeeds has one of their own. */
test.each(cases)("in $name: $act, by every role", async ({ state, act, letters }) => {
  const shared = await buildWorld(state);
  for (const [place, role] of roles.entries()) {
    const outcome = words[letters[place] ?? ""];
    const world = outcome === "done" ? await buildWorld(state) : shared;
    const before = await db.event.count();
    const result = await attempts[act]?.(world.actors[role], world);
    expect([role, result?.ok ? "done" : result?.why]).toEqual([role, outcome]);
    expect(await db.event.count()).toBe(before + (outcome === "done" && act !== "bookmark" ? 1 : 0));
  }
});

test("an acceptance is withdrawn by the asker and by a leader, by nobody else", async () => {
  for (const [role, why] of [["member", "forbidden"], ["author", undefined], ["leader", undefined]] as const) {
    const { actors, question, answer } = await buildWorld();
    await acceptAnswer(actors.author, { discussionId: question.id, replyId: answer.id });
    const result = await withdrawAcceptance(actors[role], { discussionId: question.id });
    expect(result.ok ? undefined : result.why).toBe(why);
    expect((await db.discussion.findUniqueOrThrow({ where: { id: question.id } })).acceptedReplyId).toBe(why ? answer.id : null);
  }
});
