import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const bytes = 20; // 160 bits
const base32 = "abcdefghijklmnopqrstuvwxyz234567";
/** Crockford's alphabet: no I, L, O or U, so that a code can be read out and typed again. */
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** What people type for a letter of the alphabet: look-alikes, in Cyrillic too (the code may be typed on a Russian keyboard). */
const alike: Record<string, string> = { O: "0", I: "1", L: "1", А: "A", В: "B", С: "C", Е: "E", Н: "H", К: "K", М: "M", О: "0", Р: "P", Т: "T", Х: "X", У: "Y" };

/** A secret of 160 random bits, fit for an address: base64url, 27 characters. */
export const newToken = () => randomBytes(bytes).toString("base64url");

/** The same in base32, 32 lower-case characters: for file names and wherever upper and lower case may get lost. */
export const newTokenBase32 = () => {
  let bits = 0n;
  for (const byte of randomBytes(bytes)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 32 }, (_, place) => base32[Number((bits >> BigInt(155 - place * 5)) & 31n)]).join("");
};

/** What is stored of a token: SHA-256 in hexadecimal. A token has too many bits to be guessed, so that it needs no slow hash. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** A code for people without a mail address, on paper: XXXX-XXXX-XXXX, 60 random bits. Store `hashToken(normaliseCode(code))`. */
export const newCode = () => Array.from({ length: 12 }, (_, place) => (place > 0 && place % 4 === 0 ? "-" : "") + crockford[randomInt(32)]).join("");

/** A code as it was typed, in the one form that is hashed (12 characters, no hyphens), or null when it cannot be one. */
export const normaliseCode = (typed: string) => {
  if (typed.length > 60) return null;
  const code = Array.from(typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}_.]/gu, ""), (letter) => alike[letter] ?? letter).join("");
  return code.length === 12 && Array.from(code).every((letter) => crockford.includes(letter)) ? code : null;
};

/**
 * A token that only we can make, and make again: the same for one purpose and id, unguessable without the secret. For mailed
 * links: the job that sends the mail makes the token, so that nothing that is stored holds it.
 */
export const derivedToken = (secret: string, purpose: string, id: string) =>
  createHmac("sha256", secret).update(`${purpose} ${id}`).digest().subarray(0, bytes).toString("base64url");

const seal = (secret: string, purpose: string, said: string) => createHmac("sha256", secret).update(`${purpose}\0${said}`).digest();

/** A text that is signed for one purpose: whoever has it may read it, nobody else can make it. It does not run out. */
export const signedToken = (secret: string, purpose: string, said: string) => `${Buffer.from(said).toString("base64url")}.${seal(secret, purpose, said).toString("base64url")}`;

/** What a signed text says, or null where it was not signed by us for this purpose. */
export const readSigned = (secret: string, purpose: string, token: string): string | null => {
  if (token.length > 500) return null;
  const [said = "", mark = "", ...more] = token.split(".");
  const text = Buffer.from(said, "base64url").toString();
  const given = Buffer.from(mark, "base64url");
  const right = seal(secret, purpose, text);
  return more.length === 0 && given.length === right.length && timingSafeEqual(given, right) && signedToken(secret, purpose, text) === token ? text : null;
};
