import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { reactions as files } from "@/lib/attachments/events";
import { reactions as communities } from "@/lib/communities/events";
import { reactions as discussions } from "@/lib/discussions/events";
import { reactions as people } from "@/lib/people/events";
import { db } from "@/lib/platform/db";
import { react } from "@/lib/platform/events";
import { reactions as search } from "@/lib/search/events";

/** As `instrumentation.ts` wires them. */
const features = [communities, people, search, files, discussions];

const outbox = () => path.join(process.env.DATA_DIR ?? "", "outbox");
const decoded = (raw: string) => raw.replace(/=\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());

export type Mail = { event: string; to: string; subject: string; text: string };

/** The mails about these events, in the order of the events. */
const mailsOf = (events: { id: string; name: string }[]): Mail[] => {
  const all = existsSync(outbox()) ? readdirSync(outbox()).filter((file) => file.endsWith(".eml")).sort() : [];
  return events.flatMap(({ id, name }) =>
    all
      .filter((file) => file.startsWith(id))
      .map((file) => {
        const text = decoded(readFileSync(path.join(outbox(), file), "utf8"));
        return { event: name, to: /^To: (.*)$/m.exec(text)?.[1] ?? "", subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? "", text };
      }),
  );
};

/** Carries every event of `names` (or all) to all reactions of the portal, twice, as a job that is tried again does; returns the mails that came of them. */
export const carry = async (...names: string[]): Promise<Mail[]> => {
  const events = await db.event.findMany({ where: names.length > 0 ? { name: { in: names } } : {}, orderBy: { id: "asc" }, select: { id: true, name: true } });
  for (let times = 0; times < 2; times++) for (const { id } of events) await react(features, id);
  return mailsOf(events);
};

/** The last part of the link in a mail. */
export const linkIn = (mails: Mail[], page: string) => {
  const found = mails.flatMap(({ text }) => new RegExp(`/${page}/([\\w-]{20,})`).exec(text)?.[1] ?? []).at(-1);
  if (!found) throw new Error(`no link to /${page}/ in ${mails.length} mails`);
  return found;
};
