import { expect, test } from "vitest";
import { listForHome } from "@/lib/discussions/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

test("home shows the newest of the places someone belongs to, over all of them, and what waits there for an answer", async () => {
  const [pumps, seals, elsewhere, closed] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity(), await buildCommunity(), await buildCommunity({ archivedAt: new Date() })];
  const author = (await buildPerson()).id;
  const reader = await buildActor({ memberOf: [pumps.id, seals.id, closed.id] });
  const ask = async (place: { id: string }, title: string, at: number, more: Parameters<typeof buildDiscussion>[2] = {}) => buildDiscussion(place.id, author, { title, createdAt: day(at), lastActivityAt: day(at), ...more });
  for (let number = 1; number <= 14; number++) await ask(pumps, `Pump ${number}`, number, { kind: "STORY" });
  const answered = await ask(seals, "Answered", 2);
  await buildReply(answered.id, author, { createdAt: day(20) });
  await ask(seals, "Waits", 3);
  await ask(pumps, "Waits longer", 1);
  await ask(seals, "Closed", 4, { closedAt: day(5) });
  await ask(seals, "Gone", 25, { deletedAt: day(26) });
  await ask(elsewhere, "Elsewhere", 27);
  await ask(closed, "Archived", 28);
  await buildDiscussion(seals.id, reader.id, { title: "My own", createdAt: day(6), lastActivityAt: day(6) });

  const { waiting, recent } = await listForHome(reader);

  expect(waiting.map(({ title }) => title)).toEqual(["Waits", "Waits longer"]);
  expect(recent.map(({ title }) => title)).toEqual(["Answered", ...[14, 13, 12, 11, 10, 9, 8, 7].map((number) => `Pump ${number}`), "My own", "Pump 6", "Pump 5"]);
  expect(await listForHome(await buildActor())).toEqual({ waiting: [], recent: [] });
});
