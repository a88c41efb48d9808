import fc from "fast-check";
import { expect, test } from "vitest";
import { plain } from "@/lib/platform/plain";

test("zero characters and halves of characters go, everything else stays", () => {
  expect(plain("a\0b\0")).toBe("ab");
  expect(plain("half \ud83d and whole 🦉")).toBe("half \ufffd and whole 🦉");
  expect(plain("Źródło\n\t\r – ok")).toBe("Źródło\n\t\r – ok");
});

test("it looks into lists and objects, into the names of fields too", () => {
  expect(plain({ "na\0me": ["x\0", { y: "\0z" }], n: 1, none: null, not: undefined })).toEqual({ name: ["x", { y: "z" }], n: 1, none: null, not: undefined });
});

test("dates, bytes and files stay what they are", () => {
  const [at, bytes, file] = [new Date(), new Uint8Array([0]), new File(["\0"], "a.txt")];
  const out = plain({ at, bytes, file });
  expect(out.at).toBe(at);
  expect(out.bytes).toBe(bytes);
  expect(out.file).toBe(file);
});

test("a name that objects are born with is a name like any other", () => {
  const out = plain(JSON.parse('{"__proto__": {"admin": true}, "constructor": "\\u0000x"}')) as Record<string, unknown>;
  expect(Object.keys(out)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
  expect("admin" in out).toBe(false);
});

test("what is nested without end is cut, not followed", () => {
  const deep: unknown = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
  expect(JSON.stringify(plain(deep)).length).toBeLessThan(100);
});

test("nothing that comes out of it would PostgreSQL refuse", () => {
  const sign = fc.constantFrom("\0", "\ud83d", "\ude00", "a", "ż", "🦉");
  const text = fc.string({ unit: sign, maxLength: 8 });
  const { value } = fc.letrec((tie) => ({ value: fc.oneof({ maxDepth: 3 }, text, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(text, tie("value"), { maxKeys: 3 })) }));
  fc.assert(
    fc.property(value, (sent) => {
      const out = plain(sent);
      expect(JSON.stringify(out)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      expect(plain(out)).toEqual(out);
    }),
  );
});
