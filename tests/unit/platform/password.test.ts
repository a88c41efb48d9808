import { expect, test } from "vitest";
import { checkPassword, hashPassword, inTurn, verifyNothing, verifyPassword } from "@/lib/platform/password";

test("a password fits its own hash and no other", async () => {
  const hash = await hashPassword("a heron by the well");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await verifyPassword(hash, "a heron by the well")).toBe(true);
  expect(await verifyPassword(hash, "a heron by the wall")).toBe(false);
});

test("the same letters composed in another way are the same password", async () => {
  expect(await verifyPassword(await hashPassword("caf\u00e9 på hörnet"), "cafe\u0301 pa\u030a ho\u0308rnet")).toBe(true);
});

test("a damaged hash fits no password", async () => {
  expect(await verifyPassword("$argon2id$nonsense", "a heron by the well")).toBe(false);
  expect(await verifyPassword("", "a heron by the well")).toBe(false);
});

test("an account that does not exist answers no", async () => {
  expect(await verifyNothing("a heron by the well")).toBe(false);
});

test("at most two are at work at once, and all get their turn, even after a failure", async () => {
  const working: ((fail?: Error) => void)[] = [];
  const all = Array.from({ length: 5 }, () => inTurn(() => new Promise<void>((end, fail) => working.push((error) => (error ? fail(error) : end())))).catch((error) => error));
  for (const begun of [2, 3, 4, 5]) {
    await new Promise(setImmediate);
    expect(working).toHaveLength(begun);
    working[begun - 2]?.(begun === 3 ? new Error("failed") : undefined);
  }
  working[4]?.();
  expect(await Promise.all(all)).toMatchObject([undefined, { message: "failed" }, undefined, undefined, undefined]);
});

test.each(["stepwell-demo", "correct horse battery staple", "tre små grodor", "пять рыжих лис", "x7#Kq!20mZp4", "839204716355"])("%j may be chosen", async (password) => {
  expect(await checkPassword(password)).toEqual({ ok: true, value: true });
});

test.each([
  ["short pass", "password-too-short"],
  ["😀".repeat(11), "password-too-short"],
  ["a heron ".repeat(40), "password-too-long"],
  ["x".repeat(100_000), "password-too-long"],
  ["password1234", "password-common"],
  ["Password2024!", "password-common"],
  ["p4ssw0rd1234", "password-common"],
  ["passwordpassword", "password-common"],
  ["qwertyuiop123", "password-common"],
  ["123456789012", "password-common"],
  ["aaaaaaaaaaaa", "password-common"],
  ["abcabcabcabc", "password-common"],
  ["summer-winter", "password-common"],
  ["йцукенгшщзхъ", "password-common"],
])("%j is refused as %s", async (password, why) => {
  expect(await checkPassword(password)).toMatchObject({ ok: false, why });
});

test("what others would try first for this person is refused", async () => {
  expect(await checkPassword("anna.lindqvist@example.org", ["anna.lindqvist@example.org"])).toMatchObject({ why: "password-common" });
  expect(await checkPassword("lindqvist2024", ["Lindqvist"])).toMatchObject({ why: "password-common" });
});
