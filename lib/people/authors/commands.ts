import "server-only";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { personSaid } from "../commands";
import { authorsSeenBy, mayClaim } from "./policy";
import { ClaimAuthor } from "./schema";

/** Everything an imported author can have written, accepted or been named in becomes the person's, in every place. */
const handTexts = async (tx: Tx, from: string, to: string) => {
  await tx.discussion.updateMany({ where: { authorId: from }, data: { authorId: to } });
  await tx.discussion.updateMany({ where: { lastReplierId: from }, data: { lastReplierId: to, lastReplierName: null } });
  await tx.reply.updateMany({ where: { authorId: from }, data: { authorId: to } });
  await tx.discussion.updateMany({ where: { acceptedById: from }, data: { acceptedById: to } });
  await tx.revision.updateMany({ where: { editorId: from }, data: { editorId: to } });
  await tx.$executeRaw`
    UPDATE "Mention" m SET "userId" = ${to}::uuid WHERE m."userId" = ${from}::uuid AND NOT EXISTS (SELECT FROM "Mention" o
      WHERE o."userId" = ${to}::uuid AND o."discussionId" = m."discussionId" AND o."replyId" IS NOT DISTINCT FROM m."replyId")`;
};

/** The imported author was a colleague: texts and their source go to the person, who also gets what is imported later. */
export const claimAuthor = command({
  event: "person.claimed",
  input: ClaimAuthor,
  find: async (tx, { id }, actor) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${id}::uuid FOR UPDATE`;
    return tx.user.findFirst({ where: { AND: [authorsSeenBy(actor), { id }] }, select: { id: true } });
  },
  allow: mayClaim,
  run: async (tx, { id }, { person }) => {
    const claimer = await personSaid(tx, person);
    if (!claimer) return refuse("invalid", { person: ["person-unknown"] });
    await handTexts(tx, id, claimer.id);
    await tx.importedRecord.updateMany({ where: { kind: "author", recordId: id }, data: { recordId: claimer.id } });
    await tx.user.delete({ where: { id } });
    return ok({ id: claimer.id, author: id });
  },
  tells: ({ author }) => ({ payload: { author } }),
});
