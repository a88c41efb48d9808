import "server-only";
import * as argon2 from "@node-rs/argon2";
import { ok, refuse, type Result } from "./result";
import { newToken } from "./token";

/** 64 MiB, three passes, one lane: about 90 ms. Argon2id is the package's default. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Two at once, the rest in line: a rush of sign-ins takes neither all memory nor every thread of the pool. */
export const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};

/** The same password typed on another keyboard or system is the same password. */
const plain = (password: string) => password.normalize("NFKC");

/** Hashes a password for storing, as a PHC string. */
export const hashPassword = (password: string) => inTurn(() => argon2.hash(plain(password), cost));

/** Whether this is the password behind the hash; a hash that is damaged fits none. */
export const verifyPassword = (hash: string, password: string) => inTurn(() => argon2.verify(hash, plain(password)).catch(() => false));

let decoy: Promise<string> | undefined;

/** Takes the time of a check and answers no: for an account that does not exist, so that the clock does not tell. */
export const verifyNothing = async (password: string) => {
  await verifyPassword(await (decoy ??= hashPassword(newToken())), password);
  return false as const;
};

let known: Promise<Set<string>> | undefined;
const commonOnes = () =>
  (known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"].filter((one) => one.length >= 4))));

const repeats = (text: string) => /^(.{1,6})\1+$/s.test(text) || (text.length >= 12 && new Set(text).size < 5);
const rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "12345678901234567890", "йцукенгшщзхъфывапролджэячсмитьбю"];
const runs = (text: string) => rows.some((row) => row.includes(text) || Array.from(row).reverse().join("").includes(text));
const leet: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", $: "s", "@": "a" };
const spelt = (text: string) => Array.from(text, (letter) => leet[letter] ?? letter).join("");

/** A common word stays common with a year, digits or signs around it, doubled, spelt with digits, or beside another; three words are a phrase. */
const isCommon = (password: string, list: Set<string>, own: string[]) => {
  const lower = password.toLowerCase();
  const mine = own.map((one) => one.toLowerCase());
  const weak = (part: string) =>
    part.length <= 3 || [list.has(part), list.has(spelt(part)), runs(part), repeats(part), mine.includes(part), /^(19|20)\d\d$/.test(part)].includes(true);
  const [, before = "", core = "", after = ""] = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/su.exec(lower) ?? [];
  const around = [before, after].flatMap((side) => side.match(/\d+|\D+/g) ?? []);
  const parts = lower.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const words = parts.filter((part) => /\p{L}/u.test(part));
  return weak(lower) || (core.length > 3 && [core, ...around].every(weak)) || (words.length <= 2 && parts.every(weak));
};

/**
 * Whether a password may be chosen: 12 to 256 characters, none of the common ones.
 * `own`: what others would try first for this person (name, handle, mail address).
 */
export const checkPassword = async (password: string, own: string[] = []): Promise<Result<true, "password-too-short" | "password-too-long" | "password-common">> => {
  if (password.length > 1024) return refuse("password-too-long");
  const length = Array.from(plain(password)).length;
  if (length < 12) return refuse("password-too-short");
  if (length > 256) return refuse("password-too-long");
  return isCommon(plain(password), await commonOnes(), own) ? refuse("password-common") : ok(true);
};
