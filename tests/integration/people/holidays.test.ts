import { expect, test } from "vitest";
import { addHoliday, removeHoliday } from "@/lib/people/holidays/commands";
import { listHolidays } from "@/lib/people/holidays/queries";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildVisitor } from "@/tests/support/build";
import { buildCast, everyoneTries } from "@/tests/support/roles";

const forbidden = { visitor: "forbidden", outsider: "forbidden", member: "forbidden", author: "forbidden", leader: "forbidden", "leader-elsewhere": "forbidden", system: "forbidden" };
const hands = { administrator: "ok", "hr-admin": "ok" };
let at = 0;
const day = () => new Date(Date.UTC(2027, 0, ++at)).toISOString().slice(0, 10);

test("holidays are added by those who look after people", async () => {
  const outcomes = await everyoneTries({
    cast: await buildCast((await buildCommunity()).id),
    build: async () => ({ id: day() }),
    run: (actor, { id }) => addHoliday(actor, { day: id, name: "Founders' day" }),
    row: ({ id }) => db.holiday.findMany({ where: { day: new Date(id) } }),
    event: "holiday.added",
  });
  expect(outcomes).toEqual({ ...forbidden, ...hands });
});

test("and taken away by them; where nothing is seen, nothing is there", async () => {
  const outcomes = await everyoneTries({
    cast: await buildCast((await buildCommunity()).id),
    build: () => db.holiday.create({ data: { day: new Date(day()), name: "Founders' day" } }),
    run: (actor, { id }) => removeHoliday(actor, { id }),
    row: ({ id }) => db.holiday.count({ where: { id } }),
    event: "holiday.removed",
  });
  expect(outcomes).toEqual({ ...forbidden, ...hands, visitor: "not-found" });
});

test("a day is a holiday once; what is past is no longer listed", async () => {
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  expect(await addHoliday(hr, { day: "2027-12-24", name: "Christmas Eve" })).toMatchObject({ ok: true });
  expect(await addHoliday(hr, { day: "2027-12-24", name: "Again" })).toMatchObject({ ok: false, fields: { day: ["holiday-already"] } });
  expect(await addHoliday(hr, { day: "2027-02-30", name: " " })).toMatchObject({ ok: false, fields: { day: ["day"], name: ["required"] } });
  await db.holiday.create({ data: { day: new Date("2026-12-24"), name: "Last year" } });
  expect((await listHolidays(hr, new Date("2027-01-01"))).map(({ name }) => name)).toEqual(["Christmas Eve"]);
  expect(await listHolidays(buildVisitor(), new Date("2027-01-01"))).toEqual([]);
});
