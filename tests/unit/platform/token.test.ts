import fc from "fast-check";
import { expect, test } from "vitest";
import { hashToken, newCode, newToken, newTokenBase32, normaliseCode, readSigned, signedToken } from "@/lib/platform/token";

test("tokens have 160 bits, never repeat, and fit an address or a file name", () => {
  const tokens = Array.from({ length: 500 }, newToken);
  const names = Array.from({ length: 500 }, newTokenBase32);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{27}$/);
  for (const name of names) expect(name).toMatch(/^[a-z2-7]{32}$/);
  expect(new Set([...tokens, ...names]).size).toBe(1000);
  expect(new Set(names.map((name) => name.at(-1))).size, "the last letter carries bits too").toBeGreaterThan(16);
  expect(new Set(names.map((name) => name[0])).size).toBeGreaterThan(16);
});

test("what is stored is the SHA-256, not the token", () => {
  expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a code is written in three groups of Crockford's letters", () => {
  for (let i = 0; i < 500; i++) expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test.each([
  ["7K3M-Q0XT-A1BC", "7K3MQ0XTA1BC"],
  [" 7k3m q0xt a1bc ", "7K3MQ0XTA1BC"],
  ["7k3m–qOxt—aIbc", "7K3MQ0XTA1BC"],
  ["7K3M.QoXT_AlBC", "7K3MQ0XTA1BC"],
  ["7К3М-QОХТ-А1ВС", "7K3MQ0XTA1BC"],
])("%j as typed is the code %s", (typed, code) => {
  expect(normaliseCode(typed)).toBe(code);
});

test.each(["", "7K3M-Q0XT", "7K3M-Q0XT-A1BCD", "7K3M-Q0XT-A1BU", "7K3M-Q0XT-A1Bé", "x".repeat(10_000)])("%j cannot be a code", (typed) => {
  expect(normaliseCode(typed)).toBeNull();
});

test("every code survives being typed in lower case with spaces", () => {
  fc.assert(
    fc.property(fc.constant(0).map(newCode), (code) => normaliseCode(code.toLowerCase().replaceAll("-", " ")) === code.replaceAll("-", "")),
  );
});

test("a signed text is read only with the secret and for the purpose it was signed for, and only as it was written", () => {
  const token = signedToken("secret", "leave", "Łucja topic mention");
  expect(readSigned("secret", "leave", token)).toBe("Łucja topic mention");
  expect(readSigned("other", "leave", token)).toBeNull();
  expect(readSigned("secret", "calendar", token)).toBeNull();
  for (const bad of ["", ".", token.slice(1), token.slice(0, -1), `${token}=`, `${token}.`, token.replace(".", ".."), token.toUpperCase(), "a".repeat(1000)]) expect(readSigned("secret", "leave", bad), bad).toBeNull();
});
