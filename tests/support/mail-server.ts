import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { text as readText } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

type Got = { to: string; subject: string; id: string; raw: string; text: string; header: (name: string) => string };

const decoded = (raw: string) => raw.replace(/=\r?\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());
const word = (base64: boolean, said: string) => (base64 ? Buffer.from(said, "base64").toString() : decoded(said.replaceAll("_", " ")));

const read = (raw: string): Got => {
  const header = (name: string) => {
    const said = (new RegExp(`^${name}:((?:.*(?:\\r?\\n[ \\t].*)*))`, "mi").exec(raw)?.[1] ?? "").replace(/\r?\n[ \t]/g, " ").trim();
    return said.replace(/\?= =\?/g, "?==?").replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_all, how: string, what: string) => word(how.toUpperCase() === "B", what));
  };
  return { to: header("To"), subject: header("Subject"), id: header("Message-ID"), raw, text: decoded(raw), header };
};

/** A mail server on loopback that can refuse, hang and be away, always at the same port; what it has taken is in `taken`. */
export const mailServer = async () => {
  const taken: Got[] = [];
  let refuses = false;
  let tries = 0;
  const make = () =>
    new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      onData: (stream, _session, done) =>
        void readText(stream).then((raw) => {
          tries += 1;
          if (refuses) return done(Object.assign(new Error("mailbox full"), { responseCode: 452 }));
          taken.push(read(raw));
          done();
        }),
    });
  let smtp: SMTPServer | null = make();
  await new Promise<void>((ready) => smtp?.listen(0, "127.0.0.1", ready));
  const { port } = smtp.server.address() as AddressInfo;
  const goAway = async () => {
    const going = smtp;
    smtp = null;
    await new Promise<void>((closed) => (going ? going.close(() => closed()) : closed()));
  };
  return {
    taken,
    port,
    tried: () => tries,
    refuse: (does: boolean) => void (refuses = does),
    goAway,
    comeBack: async () => {
      smtp = make();
      await new Promise<void>((ready) => smtp?.listen(port, "127.0.0.1", ready));
    },
    /** While it runs, whoever calls is heard by nobody: the line is open, and nothing is said. */
    hang: async (run: () => Promise<void>) => {
      await goAway();
      const silent = createServer(() => undefined);
      await new Promise<void>((ready) => silent.listen(port, "127.0.0.1", ready));
      await run();
      await new Promise((closed) => silent.close(closed));
    },
  };
};
