import fc from "fast-check";
import { expect, test } from "vitest";
import { merge3 } from "@/lib/platform/text/merge";

const base = "one\ntwo\nthree\nfour\nfive";

test("changes of different lines are joined", () => {
  expect(merge3(base, "ONE\ntwo\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nfive\nsix")).toEqual({ clean: true, text: "ONE\ntwo\nthree\nfour\nfive\nsix" });
});

test("the same change on both sides is no conflict", () => {
  expect(merge3(base, base.replace("two", "2"), base.replace("two", "2"))).toEqual({ clean: true, text: base.replace("two", "2") });
});

test("different changes of the same line stand side by side, nothing lost", () => {
  expect(merge3(base, base.replace("three", "mine"), base.replace("three", "theirs"))).toEqual({
    clean: false,
    chunks: [
      { kind: "agreed", lines: ["one", "two"] },
      { kind: "conflict", base: ["three"], mine: ["mine"], theirs: ["theirs"] },
      { kind: "agreed", lines: ["four", "five"] },
    ],
  });
});

test("what one deleted and the other changed is a conflict", () => {
  const merged = merge3(base, "one\ntwo\nfour\nfive", base.replace("three", "theirs"));
  expect(merged).toMatchObject({ clean: false, chunks: [{}, { kind: "conflict", base: ["three"], mine: [], theirs: ["theirs"] }, {}] });
});

test("the line breaks of a form are not a change", () => {
  expect(merge3(base, base.replaceAll("\n", "\r\n"), base.replace("five", "5"))).toEqual({ clean: true, text: base.replace("five", "5") });
});

const text = fc.array(fc.constantFrom("a", "b", "c", "", "d e"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("where only one has changed something, that is the result", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(merge3(before, after, before)).toEqual({ clean: true, text: after });
      expect(merge3(before, before, after)).toEqual({ clean: true, text: after });
      expect(merge3(before, after, after)).toEqual({ clean: true, text: after });
    }),
  );
});

test("no line that either has written is lost", () => {
  const edit = (mark: string) => fc.array(fc.tuple(fc.nat(12), fc.constantFrom("change", "insert", "delete")), { maxLength: 4 }).map((edits) => ({ mark, edits }));
  const made = (before: string, { mark, edits }: { mark: string; edits: [number, string][] }) =>
    edits.reduce((lines, [at, what], turn) => lines.toSpliced(at, what === "insert" ? 0 : 1, ...(what === "delete" ? [] : [`${mark}${turn}`])), before.split("\n")).join("\n");
  fc.assert(
    fc.property(text, edit("mine"), edit("theirs"), (before, one, other) => {
      const [mine, theirs] = [made(before, one), made(before, other)];
      const merged = merge3(before, mine, theirs);
      const all = merged.clean ? merged.text.split("\n") : merged.chunks.flatMap((chunk) => (chunk.kind === "agreed" ? chunk.lines : [...chunk.mine, ...chunk.theirs]));
      for (const line of [...mine.split("\n"), ...theirs.split("\n")]) if (/^(mine|theirs)/.test(line)) expect(all).toContain(line);
      if (!merged.clean) for (const chunk of merged.chunks) if (chunk.kind === "conflict") expect(chunk.mine).not.toEqual(chunk.theirs);
    }),
  );
});

test("texts of ten thousand equal lines are not compared forever", () => {
  const many = (count: number, end: string) => `${"x\n".repeat(count)}${end}`;
  expect(merge3(many(10_000, "a"), `first\n${many(9_000, "b")}`, `other\n${many(8_000, "c")}`)).toMatchObject({ clean: false });
  expect(merge3(many(10_000, "a"), many(10_000, "b"), many(10_000, "a"))).toEqual({ clean: true, text: many(10_000, "b") });
});
