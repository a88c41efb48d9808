import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskStore, newKey } from "@/lib/platform/files/disk";

let dir = "";
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "stepwell-files-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const inside = () => readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(dir, name)).isFile());
const read = async (key: string) => {
  const file = await diskStore(dir).get(key);
  return file && { size: file.size, content: (await buffer(file.stream)).toString() };
};

test("bytes and streams are kept two folders deep, readable by nobody else, and come back", async () => {
  const [one, other] = [newKey(), newKey()];
  expect(await diskStore(dir).put(one, Buffer.from("hello"))).toEqual({ ok: true, value: { size: 5 } });
  expect(await diskStore(dir).put(other, Readable.from([Buffer.from("hel"), Buffer.from("lo you")]))).toEqual({ ok: true, value: { size: 9 } });
  expect(await read(one)).toEqual({ size: 5, content: "hello" });
  expect(await read(other)).toEqual({ size: 9, content: "hello you" });
  expect(inside().toSorted()).toEqual([one, other].map((key) => join(key.slice(0, 2), key.slice(2, 4), key)).toSorted());
  for (const name of inside()) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
});

test("what was removed is gone, and removing it again is no error", async () => {
  const key = newKey();
  await diskStore(dir).put(key, Buffer.from("x"));
  await diskStore(dir).remove(key);
  await diskStore(dir).remove(key);
  expect(await read(key)).toBeNull();
  expect(inside()).toEqual([]);
});

test("a file over the limit is refused, read no further, and leaves nothing", async () => {
  let given = 0;
  const endless = async function* () {
    for (;;) {
      given++;
      yield Buffer.alloc(1000);
    }
  };
  expect(await diskStore(dir).put(newKey(), endless(), 5000)).toMatchObject({ ok: false, why: "too-large" });
  expect(given).toBe(6);
  expect(inside()).toEqual([]);
});

test("a stream that breaks leaves nothing, and what was there before stays", async () => {
  const key = newKey();
  await diskStore(dir).put(key, Buffer.from("before"));
  const broken = async function* () {
    yield Buffer.from("half");
    throw new Error("connection lost");
  };
  await expect(diskStore(dir).put(key, broken())).rejects.toThrow("connection lost");
  expect(await read(key)).toEqual({ size: 6, content: "before" });
  expect(inside()).toHaveLength(1);
});

test.each(["../secret", "../../etc/passwd", "/etc/passwd", "aa/../../secret", "", ".", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", `${"a".repeat(31)}/`, `${"a".repeat(31)}\0`, `${"a".repeat(32)}\n`, "tmp"])(
  "%j is no key: nothing is read, written or removed by it",
  async (key) => {
    const secret = join(dir, "..", "secret");
    writeFileSync(secret, "secret");
    expect(await diskStore(dir).get(key)).toBeNull();
    await diskStore(dir).remove(key);
    await expect(diskStore(dir).put(key, Buffer.from("x"))).rejects.toThrow("not a key");
    expect(readFileSync(secret, "utf8")).toBe("secret");
    expect(inside()).toEqual([]);
    rmSync(secret);
  },
);
