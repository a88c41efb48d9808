import { expect, test } from "vitest";
import { logTo } from "@/lib/platform/log";

const written = (run: (log: ReturnType<typeof logTo>) => void) => {
  const lines: string[] = [];
  run(logTo({ write: (line: string) => void lines.push(line) }, "info"));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

test("a line carries the allowed fields and nothing else", () => {
  const fields = { actorId: "a", ms: 3, email: "someone@example.org", body: "secret", subjectId: { text: "nested" } };
  const [line] = written((log) => log.info("request", fields as object));
  expect(line).toMatchObject({ msg: "request", actorId: "a", ms: 3 });
  expect(Object.keys(line ?? {}).toSorted()).toEqual(["actorId", "level", "ms", "msg", "pid", "time"]);
});

test("a path is written without its query and without tokens, but with the ids of records", () => {
  const id = "0198c0de-0000-7000-8000-000000000001";
  const [line] = written((log) => log.info("request", { path: `/reset/abcdefghijklmnopqrstuvwxyz0/${id}?token=secret` }));
  expect(line?.path).toBe(`/reset/…/${id}`);
});

test("an error keeps its name, code, place and first line, not what follows", () => {
  const error = Object.assign(new Error("\nInvalid call\n  where: { email: \"someone@example.org\" }"), { code: "P2002" });
  const [line] = written((log) => log.error("failed", { error }));
  expect(line?.error).toMatchObject({ name: "Error", code: "P2002", message: "Invalid call" });
  expect(JSON.stringify(line)).not.toContain("someone@example.org");
  expect((line?.error as { at: string[] }).at[0]).toContain("log.test.ts");
});

test("what is below the level is not written", () => {
  expect(written((log) => log.debug("quiet"))).toEqual([]);
});
