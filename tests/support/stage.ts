import { randomInt } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { somebody, type Somebody, withToken } from "./portal-data";

export const v1 = "/api/v1";
/** A word that stands nowhere else in the portal, and is like no other: the search forgives typing errors. */
export const word = () => Array.from({ length: 14 }, () => "bcdfghjklmnpqrstvwxz"[randomInt(20)]).join("");

/** What founds a community, by program. */
export const charter = (over: object = {}) => ({
  name: `Bookbinding ${word()}`, domain: "How torn books are mended.", inScope: "Glue, thread, paper.", outOfScope: "Buying.", sampleQuestions: ["Which glue?", "Which thread?", "Which paper?"],
  intendedMembers: "Who mends.", firstItems: ["A list of glues"], rhythm: "monthly", entry: "open", language: "en", ...over,
});

export type Thing = { id: string; version: number; slug: string; handle: string; name: string; title: string; body: string; state: string };
/** A record, from an answer that gave one. */
export const read = async (answer: APIResponse) => {
  expect(answer.ok(), `${answer.url()} ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Thing;
};

export const found = async (api: APIRequestContext, over: object = {}) => read(await api.post(`${v1}/communities`, { data: charter(over) }));
export const join = async (api: APIRequestContext, place: string) => read(await api.put(`${v1}/communities/${place}/membership`, { data: { interest: "do-this" } }));
export const ask = async (api: APIRequestContext, place: string, over: object = {}) =>
  read(await api.post(`${v1}/communities/${place}/discussions`, { data: { kind: "question", title: "Which glue for leather?", body: "It comes **off**.", tags: ["glue"], ...over } }));
export const tell = async (api: APIRequestContext, id: string, body = "Wheat *paste*.") => read(await api.post(`${v1}/discussions/${id}/replies`, { data: { body } }));

export type Stage = { leads: Somebody; person: Somebody; leader: APIRequestContext; member: APIRequestContext; place: string; question: Thing; answer: Thing };

/** A community with a leader and a member, and a question with its answer; all of it new, so that tests do not meet. */
export const setStage = async (portal: string): Promise<Stage> => {
  const [leads, person] = [await somebody(), await somebody()];
  const [leader, member] = [await withToken(portal, leads), await withToken(portal, person)];
  const { slug: place } = await found(leader);
  await join(member, place);
  const question = await ask(leader, place);
  return { leads, person, leader, member, place, question, answer: await tell(member, question.id) };
};
