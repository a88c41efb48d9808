import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { send, startWork, stopWork } from "@/lib/platform/jobs";

afterEach(stopWork);
const until = async (done: () => boolean | Promise<boolean>) => {
  const deadline = Date.now() + 15_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error("it did not happen");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const stateOf = async (name: string) => {
  const [row] = await db.$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE data->>'id' = ${name}`;
  return row?.state;
};

test("a job that fails does not fail those that were fetched with it", async () => {
  await db.$transaction(async (tx) => {
    for (const id of ["first", "poison", "last"]) await send(tx, "events", { id });
  });
  await stopWork();
  const seen: string[] = [];
  await startWork({ events: async ({ id }: { id: string }) => {
    seen.push(id);
    if (id === "poison") throw new Error("never works");
  } });
  await until(async () => (await stateOf("first")) === "completed" && (await stateOf("last")) === "completed" && (await stateOf("poison")) === "retry");
  expect(seen.filter((id) => id !== "poison").sort()).toEqual(["first", "last"]);
});

test("a server that ends finishes the job in hand first", async () => {
  let [begun, ended] = [false, false];
  const stop = await startWork({ events: async () => {
    begun = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
    ended = true;
  } });
  await db.$transaction((tx) => send(tx, "events", { id: "slow" }));
  await until(() => begun);
  await stop();
  expect(ended).toBe(true);
  expect(await stateOf("slow")).toBe("completed");
});

test("a job of a change that is rolled back was never sent", async () => {
  await db.$transaction(async (tx) => {
    await send(tx, "events", { id: "undone" });
    throw new Error("think again");
  }).catch(() => undefined);
  expect(await stateOf("undone")).toBeUndefined();
});
