import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sendWith } from "@/lib/platform/mail/send";

let dir = "";
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "stepwell-mail-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const settings = (SMTP_URL?: string) => ({ SMTP_URL, MAIL_FROM: "Stepwell <stepwell@well.example>", DATA_DIR: dir, NEXTAUTH_URL: "https://well.example" });
const message = { to: "lucja@library.example", subject: "Zażółć gęślą jaźń – пароль", text: "Dzień dobry!\n\nhttps://well.example/reset/abc\n\nStepwell", locale: "pl" };

/** A mail server on loopback, what it was told, and what it says to a mail. */
const server = async (refuse?: Error) => {
  const received: { from: string; to: string[]; raw: string; user?: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => done(password === "s3cret/pass" ? null : new Error("wrong"), { user: username }),
    onData: (stream, { envelope, user }, done) =>
      void readText(stream).then((raw) => {
        received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "", to: envelope.rcptTo.map((one) => one.address), raw, ...(user && { user: String(user) }) });
        done(refuse ?? null);
      }),
  });
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready));
  const { port } = smtp.server.address() as AddressInfo;
  return { received, port, [Symbol.asyncDispose]: () => new Promise<void>((closed) => smtp.close(() => closed())) };
};
const decoded = (raw: string) => raw.replace(/=\r?\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());
const header = (raw: string, name: string) => new RegExp(`^${name}: ((?:.*(?:\\r?\\n[ \\t].*)*))`, "mi").exec(raw)?.[1];

test("a mail arrives as text and as HTML, with its letters whole", async () => {
  await using smtp = await server();
  await sendWith(settings(`smtp://127.0.0.1:${smtp.port}`), { ...message, id: "reset-1" });
  const [mail] = smtp.received;
  expect(mail).toMatchObject({ from: "stepwell@well.example", to: ["lucja@library.example"] });
  const raw = mail?.raw ?? "";
  expect(header(raw, "Message-ID")).toBe("<reset-1@well.example>");
  expect(header(raw, "Content-Language")).toBe("pl");
  expect(header(raw, "Auto-Submitted")).toBe("auto-generated");
  const words = [...(header(raw, "Subject") ?? "").matchAll(/=\?UTF-8\?(?:(B)|Q)\?(.*?)\?=/gi)].map(([, base64, word = ""]) => (base64 ? Buffer.from(word, "base64").toString() : decoded(word.replaceAll("_", " "))));
  expect(words.join("")).toBe(message.subject);
  expect(decoded(raw)).toContain('<a href="https://well.example/reset/abc"');
  expect(decoded(raw)).toMatch(/Content-Type: text\/plain[\s\S]*Dzień dobry!\r\n\r\nhttps:\/\/well\.example\/reset\/abc\r\n/);
});

test("name and password come from the address of the server", async () => {
  await using smtp = await server();
  await sendWith(settings(`smtp://well:s3cret%2Fpass@127.0.0.1:${smtp.port}`), message);
  expect(smtp.received).toMatchObject([{ user: "well" }]);
});

test("nobody gets a mail by what somebody typed into a subject or an address", async () => {
  await using smtp = await server();
  await sendWith(settings(`smtp://127.0.0.1:${smtp.port}`), { ...message, subject: "Hi\r\nBcc: everyone@library.example" });
  const [mail] = smtp.received;
  expect(mail?.to).toEqual(["lucja@library.example"]);
  expect(header(mail?.raw ?? "", "Bcc")).toBeUndefined();
  await sendWith(settings(`smtp://127.0.0.1:${smtp.port}`), { ...message, to: "lucja@library.example, everyone@library.example" }).catch(() => undefined);
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain("everyone@library.example");
});

test("a mail that the server does not take is an error, so that the job tries again", async () => {
  await using smtp = await server(new Error("mailbox full"));
  await expect(sendWith(settings(`smtp://127.0.0.1:${smtp.port}`), message)).rejects.toThrow("mailbox full");
  await expect(sendWith(settings("smtp://127.0.0.1:1"), message)).rejects.toThrow(/ECONNREFUSED/);
  expect(readdirSync(dir)).toEqual([]);
});

test("a server that never says a word is given up", { timeout: 30_000 }, async () => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await new Promise((ready) => silent.once("listening", ready));
  const { port } = silent.address() as AddressInfo;
  await expect(sendWith(settings(`smtp://127.0.0.1:${port}`), message)).rejects.toThrow(/greeting/i);
  silent.close();
});

test("without a server the mail lies in the outbox, for the owner's eyes only", async () => {
  await sendWith(settings(), message);
  const outbox = join(dir, "outbox");
  const [name = "", ...more] = readdirSync(outbox);
  expect(more).toEqual([]);
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-[\da-f-]{36}\.eml$/);
  expect([statSync(outbox).mode & 0o777, statSync(join(outbox, name)).mode & 0o777]).toEqual([0o700, 0o600]);
  const raw = decoded(readFileSync(join(outbox, name), "utf8"));
  expect(raw).toContain("To: lucja@library.example\n");
  expect(raw).toContain("https://well.example/reset/abc");
});

test("the same mail twice is one file, wherever its name points", async () => {
  for (let i = 0; i < 2; i++) await sendWith(settings(), { ...message, id: "../../reset/1" });
  expect(readdirSync(join(dir, "outbox"))).toEqual([".._.._reset_1.eml"]);
  expect(readdirSync(dir)).toEqual(["outbox"]);
});
