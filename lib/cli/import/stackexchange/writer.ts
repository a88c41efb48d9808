import { finishImport, importDiscussions, startImport } from "@/lib/discussions/imports/commands";
import type { ImportedPost } from "@/lib/discussions/imports/schema";
import { system } from "@/lib/platform/actors";
import { indexDiscussions, indexReplies, indexThreads } from "@/lib/search/events";
import { Trouble } from "../../trouble.ts";
import type { Phase } from "./phases.ts";
import type { Options } from "./options.ts";
import type { Place } from "./parse";
import type { Tally } from "./tally.ts";

/** Where a run stands: the place in the file up to which everything of this phase is in. */
export type Standing = { phase: Phase; place: Place | null };

const command = importDiscussions({ discussions: indexDiscussions, replies: indexReplies, threads: indexThreads });

/** What a row can be to blame for: data the database does not take, its size, or having met somebody else's change; by SQLSTATE or Prisma's code. */
const rowsFault = /^(22|23|40|54|55|57014|P20(00|02|03|05|06|07|20|23|28|33|34)$)/;

type DatabaseError = { code?: string; message: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } } } };

/** Why a batch was not taken, in the database's words; whatever is no row's fault ends the import. */
const faultIn = (error: DatabaseError) => {
  const { originalCode, originalMessage } = error.meta?.driverAdapterError?.cause ?? {};
  const code = originalCode ?? error.code ?? "";
  if (/^(P1\d{3}|P2024|ECONN\w+|08|57P)/.test(code)) throw new Trouble("The database cannot be reached any more. What was imported stays; the same command goes on from there.");
  if (!rowsFault.test(code)) throw error;
  return originalMessage ?? error.message.split("\n").filter((line) => line.trim()).at(-1)?.trim() ?? code;
};

/** Begins a run, or goes on with the one of this file that was killed; `goesOn` is its note. */
export const begin = async ({ source, community }: Options, file: string) => {
  const begun = await startImport(system, { source, community, file });
  if (!begun.ok) throw new Trouble(`The import into ${community} cannot begin (${begun.why}).`);
  return begun.value.goesOn;
};

const note = ({ phase, place }: Standing, { counts }: Tally) => ({ line: place?.line ?? 0, counts: { phase, place, tally: structuredClone(counts) } });

/** Writes batches, each whole or not at all. One that fails is halved until the row is found that cannot be taken. */
export const writer = ({ source, community, site }: Options, tally: Tally) => {
  const attempt = async (posts: ImportedPost[], standing: Standing) => {
    const done = await command(system, { source, community, site: site && new URL(site).host, posts, standing: note(standing, tally) });
    if (done.ok) return void tally.take(done.value.outcome, standing.phase);
    if (done.why === "not-found" || done.why === "forbidden") throw new Trouble(`The community ${community} has been archived meanwhile.`);
    return Object.entries(done.fields ?? {}).map(([field, why]) => `${field.split(".").slice(2).join(".")}: ${why?.join(", ")}`).join("; ") || done.why;
  };
  const take = async (posts: ImportedPost[], from: Standing, to: Standing): Promise<void> => {
    const [only] = posts;
    const trouble = await attempt(posts, to).catch(faultIn);
    if (trouble === undefined || !only) return;
    if (posts.length === 1) return to.phase === "links" ? undefined : tally.fail(only.line, only.sourceId, trouble);
    const half = Math.ceil(posts.length / 2);
    await take(posts.slice(0, half), from, from);
    await take(posts.slice(half), from, to);
  };
  const finish = async (standing: Standing) => void (await finishImport(system, { source, community, standing: note(standing, tally) }));
  return { take, finish };
};

