import { statSync } from "node:fs";
import path from "node:path";
import { getOtherSource } from "@/lib/discussions/imports/queries";
import { system } from "@/lib/platform/actors";
import { say } from "../../progress.ts";
import { Trouble } from "../../trouble.ts";
import { batches } from "./batches.ts";
import { communityFor } from "./community.ts";
import { type Options, optionsOf } from "./options.ts";
import { ImportFileError, type Place } from "./parse";
import { type Phase, phases } from "./phases.ts";
import { previewer } from "./previewer.ts";
import { progress } from "./progress.ts";
import { report } from "./report.ts";
import { type Survey, survey } from "./survey.ts";
import { type Tally, tallyFrom } from "./tally.ts";
import { begin, type Standing, writer } from "./writer.ts";

/** One name for the state of a file: an import that was killed goes on only in the very same. */
const stateOf = (file: string) => {
  const { size, mtimeMs } = statSync(file);
  return `${path.basename(file)}, ${size} bytes, ${new Date(mtimeMs).toISOString()}`;
};

const stoppedAt = (note: Record<string, unknown> | null): Standing =>
  note && phases.includes(note.phase as Phase) ? { phase: note.phase as Phase, place: (note.place as Place | null) ?? null } : { phase: "questions", place: null };

/** The same dump under another name would come in twice. */
const refuseTwice = async ({ posts, source, community, site }: Options, found: Survey, communityId: string) => {
  for await (const { posts: first } of batches(posts, "questions", { address: site, names: found.names }, { from: null, tally: tallyFrom(null) })) {
    const other = await getOtherSource(system, { source, community, site: null, posts: first }, communityId);
    if (other) throw new Trouble(`These posts are already in ${community}, imported as ${other}: run it again ${URL.canParse(other) ? `with --source ${other}` : "without --source"}, so that they are known again.`);
    return;
  }
};

const carryOut = async (options: Options, found: Survey, stopped: Standing, { tally, take, bar }: { tally: Tally; take: ReturnType<typeof writer>["take"]; bar: ReturnType<typeof progress> }) => {
  const site = { address: options.site, names: found.names };
  let standing = stopped;
  for (const phase of phases.slice(phases.indexOf(stopped.phase))) {
    if (phase === "links" && (!options.site || options.dryRun)) break;
    const tick = bar.stretch(phase, found.rows);
    standing = { phase, place: phase === stopped.phase ? stopped.place : null };
    for await (const { posts, place, rows } of batches(options.posts, phase, site, { from: standing.place, tally })) {
      const next = { phase, place };
      if (posts.length > 0) await take(posts, standing, next);
      standing = next;
      tick(rows);
    }
  }
  return standing;
};

/** `npm run import -- stackexchange DIR …`: a dump's questions and answers into a community. The exit code is 1 when a row failed. */
export const run = async (args: string[]) => {
  const since = Date.now();
  const options = optionsOf(args);
  const bar = progress();
  try {
    const found = await survey(options, bar.stretch("reading", 0));
    if (found.questions === 0) throw new Trouble(`There is no question in ${options.posts}.`);
    const communityId = await communityFor(options, found);
    await refuseTwice(options, found, communityId);
    const note = options.dryRun ? null : await begin(options, stateOf(options.posts));
    const tally = tallyFrom(note);
    const { take, finish } = options.dryRun ? previewer(options, communityId, tally) : writer(options, tally);
    const standing = await carryOut(options, found, stoppedAt(note), { tally, take, bar });
    await finish(standing);
    bar.end();
    if (note) say(`Went on from line ${stoppedAt(note).place?.line ?? 1}, where an earlier import of this file had stopped.`);
    for (const line of report(found, tally.counts, options)) say(line);
    const { maxRSS } = process.resourceUsage();
    say(`${((Date.now() - since) / 1000).toFixed(1)} s, at most ${Math.round(maxRSS / 1024)} MB of memory${options.dryRun ? "; nothing was written" : ""}`);
    return tally.counts.failures > 0 ? 1 : 0;
  } catch (error) {
    bar.end();
    if (error instanceof ImportFileError) throw new Trouble(`${error.message}. Nothing after that place can be read: mend the file, then run the same command again.`);
    throw error;
  }
};
