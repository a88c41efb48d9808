import { z } from "zod";
import type { Outcome } from "@/lib/discussions/imports/rules";
import type { Phase } from "./phases.ts";

const many = z.int().nonnegative().default(0);
const kind = z.object({ created: many, updated: many, same: many }).prefault({});
const reasons = z.record(z.string(), z.int()).default({});
const Failures = z.array(z.object({ line: z.int(), id: z.string(), why: z.string() })).default([]);
const Done = z.object({ question: kind, answer: kind, left: reasons, failed: Failures, accepted: many, authors: many });
const Counts = z.object({ ...Done.shape, relinked: many, skipped: reasons, failures: many }).prefault({});
/** The note of a run: what had come of it before its last batch, and of that batch. */
const Note = z.object({ phase: z.string().default(""), tally: Counts, batch: Done.optional() }).prefault({});

const mostNamed = 200;

/** What has come of an import so far; of one that was killed, from its note, so that the whole is reported in the end. */
export const tallyFrom = (note: unknown) => {
  const { phase: stopped, tally: counts, batch } = Note.parse(note ?? {});
  const add = (to: Record<string, number>, reason: string, more = 1) => void (to[reason] = (to[reason] ?? 0) + more);
  const fail = (line: number, id: string, why: string) => {
    counts.failures += 1;
    if (counts.failed.length < mostNamed) counts.failed.push({ line, id, why });
  };
  const take = ({ question, answer, left, failed, accepted, authors }: Outcome, phase: string) => {
    if (phase === "links") return void (counts.relinked += question.updated + answer.updated);
    for (const what of ["created", "updated", "same"] as const) {
      counts.question[what] += question[what];
      counts.answer[what] += answer[what];
    }
    counts.accepted += accepted;
    counts.authors += authors;
    for (const [reason, more] of Object.entries(left)) add(counts.left, reason, more);
    for (const { line, id, why } of failed) fail(line, id, why);
  };
  if (batch) take(batch, stopped);
  return { counts, skip: (reason: string) => add(counts.skipped, reason), fail, take: (outcome: Outcome, phase: Phase) => take(outcome, phase) };
};
export type Tally = ReturnType<typeof tallyFrom>;
export type Counts = Tally["counts"];
