import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";

/** A part of a mail as it was before it was made fit to travel. */
const plain = (part: string) => {
  const [head = "", ...rest] = part.split("\n\n");
  const body = rest.join("\n\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, "base64").toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  return Buffer.from(body.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), "latin1").toString();
};

const mailsTo = (portal: "demo" | "empty", address: string) => {
  const folder = path.join(process.env.E2E_DATA ?? "", portal, "outbox");
  if (!existsSync(folder)) return [];
  const mails = readdirSync(folder).filter((name) => name.endsWith(".eml")).map((name) => readFileSync(path.join(folder, name), "utf8"));
  return mails.filter((mail) => new RegExp(`^to: .*${address.replaceAll(".", "\\.")}`, "im").test(mail)).map((mail) => mail.split(/^--.*$/m).map(plain).join("\n"));
};

/** Waits for a mail to this address that has this in its text, and returns what the pattern's group holds. */
export const mailed = async (portal: "demo" | "empty", address: string, pattern: RegExp) => {
  const find = () => mailsTo(portal, address).map((text) => pattern.exec(text)?.[1]).find(Boolean);
  await expect.poll(find, { message: `a mail to ${address} with ${pattern}`, timeout: 30_000 }).toBeTruthy();
  return find() ?? "";
};
