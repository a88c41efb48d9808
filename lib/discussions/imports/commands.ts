import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok } from "@/lib/platform/result";
import { settleAcceptances } from "./acceptance/commands";
import { useAuthors } from "./authors/commands";
import { countDiscussions, countTags, recountReplies } from "./counters/commands";
import { mayImport } from "./policy";
import { createPosts, updatePosts } from "./posts/commands";
import { recall } from "./queries";
import { type Outcome, outcome, type Plan, plan } from "./rules";
import { FinishImport, ImportDiscussions, StartImport } from "./schema";

/** Where the search keeps its rows: lent by the program, and written in the transaction of the batch. */
export type Index = { discussions: (tx: Tx, ids: string[]) => Promise<unknown>; threads: (tx: Tx, ids: string[]) => Promise<unknown>; replies: (tx: Tx, ids: string[]) => Promise<unknown> };

const place = (tx: Tx, { community: slug }: { community: string }) => tx.community.findUnique({ where: { slug }, select: { id: true, slug: true, language: true, archivedAt: true } });

/** `goesOn`: the note of the run that is not finished, or null where this one is new. */
type Begun = { id: string; goesOn: Record<string, unknown> | null };

/** Says that an import of this file begins, or goes on where a killed one of the same file stopped. */
export const startImport = command({
  event: "import.started",
  input: StartImport,
  find: place,
  allow: mayImport,
  run: async (tx, { id }, { source, file }) => {
    const before = await tx.importRun.findUnique({ where: { source } });
    if (before && !before.finishedAt && before.file === file) return ok<Begun>({ id, goesOn: before.counts as Record<string, unknown> });
    const fresh = { file, line: 0, counts: {}, startedAt: new Date(), finishedAt: null };
    await tx.importRun.upsert({ where: { source }, create: { source, ...fresh }, update: fresh });
    return ok<Begun>({ id, goesOn: null });
  },
  tells: ({ id }, _community, { source }) => ({ communityId: id, payload: { source } }),
});

const does = <D extends Plan["does"]>(plans: Plan[], what: D) => plans.filter((one): one is Extract<Plan, { does: D }> => one.does === what);
const asks = ({ post }: Plan) => post.kind === "question";

type Changes = { creations: Extract<Plan, { does: "create" }>[]; updates: Extract<Plan, { does: "update" }>[]; same: Extract<Plan, { does: "nothing" }>[] };

/** The words of new questions, and of those whose words have changed: a question that was moved away carries words of another place. */
const tagChanges = ({ creations, updates }: Changes, communityId: string) => [
  ...creations.map(({ tags }) => ({ before: [], after: tags })),
  ...updates.filter((one) => asks(one) && one.text && one.before.communityId === communityId).map(({ before, tags }) => ({ before: before.tags, after: tags })),
];

/** Takes a batch of posts over: everything that belongs to it, in one transaction, and with it where the run stands and what came of the batch. */
export const importDiscussions = (index: Index) =>
  command({
    event: "discussions.imported",
    input: ImportDiscussions,
    find: place,
    allow: mayImport,
    run: async (tx, community, input) => {
      const { source, posts, site, standing } = input;
      await tx.$queryRaw`SELECT 1 FROM "ImportRun" WHERE source = ${source} FOR UPDATE`;
      const plans = plan(posts, await recall(tx, input, community.id), site, new Date());
      const changes = { creations: does(plans, "create"), updates: does(plans, "update"), same: does(plans, "nothing") };
      const { creations, updates, same } = changes;
      const { people, created: authors } = await useAuthors(tx, source, [...creations, ...updates, ...same].map(({ post }) => post));
      await countTags(tx, community.id, tagChanges(changes, community.id));

      const taken = await createPosts(tx, creations, { source, community, people });
      await updatePosts(tx, updates, { source, community, people });
      const questions = taken.filter(({ kind }) => kind === "question");
      const answers = taken.filter(({ kind }) => kind === "answer");
      const rewritten = updates.filter(({ text }) => text);

      await recountReplies(tx, [...new Set([...answers, ...updates.filter((one) => !asks(one)).map(({ before }) => before)].map(({ discussionId }) => discussionId))]);
      const asked = [...updates, ...same].filter(asks).map(({ post, before }) => ({ discussionId: before.id, acceptedId: post.acceptedId }));
      const accepted = await settleAcceptances(tx, source, { asked: [...questions, ...asked], answered: answers.map(({ sourceId }) => sourceId) });
      if (taken.length > 0) await countDiscussions(tx, community.id, questions.length);

      await index.discussions(tx, questions.map(({ id }) => id));
      await index.replies(tx, [...answers, ...rewritten.filter((one) => !asks(one)).map(({ before }) => before)].map(({ id }) => id));
      await index.threads(tx, rewritten.filter(asks).map(({ before }) => before.id));
      const batch: Outcome = { ...outcome(plans), accepted, authors };
      await stand(tx, source, { line: standing.line, counts: { ...standing.counts, batch } });
      return ok({ id: community.id, outcome: batch });
    },
    tells: ({ id, outcome }, _community, { source }) => ({ communityId: id, payload: { source, ...outcome } }),
  });

const stand = (tx: Tx, source: string, { line, counts }: { line: number; counts: Record<string, unknown> }, finishedAt: Date | null = null) =>
  tx.importRun.update({ where: { source }, data: { line, counts: counts as Prisma.InputJsonObject, finishedAt } });

/** Says that all of a file has been read: the next import of the same source begins at the beginning. */
export const finishImport = command({
  event: "import.finished",
  input: FinishImport,
  find: place,
  allow: mayImport,
  run: async (tx, { id }, { source, standing }) => {
    await stand(tx, source, standing, new Date());
    return ok({ id });
  },
  tells: ({ id }, _community, { source, standing }) => ({ communityId: id, payload: { source, ...standing.counts } }),
});
