import "server-only";
import { command } from "@/lib/platform/access";
import { send } from "@/lib/platform/jobs";
import { ok, refuse } from "@/lib/platform/result";
import { leftoversSeenBy, mayAttach, mayForget } from "./policy";
import { forgottenBefore, inMarkdown, isPicture } from "./rules";
import { AttachFile, ForgetFile, PictureMade } from "./schema";

/** Notes a file that is already in the store; a picture is made anew by a job before anyone sees it as one. */
export const attachFile = command({
  event: null,
  input: AttachFile,
  find: async () => ({}),
  allow: mayAttach,
  run: async (tx, _target, file, actor) => {
    const { id } = await tx.attachment.create({ data: { ...file, ownerId: actor.id }, select: { id: true } });
    if (isPicture(file.mediaType)) await send(tx, "image", { id });
    return ok({ id, name: file.name, markdown: inMarkdown({ ...file, id }) });
  },
});

/** Told by the job: the picture can be shown. */
export const pictureMade = command({
  event: null,
  input: PictureMade,
  find: (tx, { id }) => tx.attachment.findFirst({ where: { id, width: null }, select: { id: true } }),
  allow: (actor) => actor.kind === "system",
  run: async (tx, { id }, { storageKey, width, height, mediaType, size }) => {
    await tx.attachment.update({ where: { id }, data: { storageKey, width, height, mediaType, size } });
    return ok({ id });
  },
});

/** Told by the clock. The row goes first; its file follows by the event, so that a server that dies in between leaves neither behind. */
export const forgetFile = command({
  event: "attachment.forgotten",
  input: ForgetFile,
  find: (tx, { id, now }, actor) => tx.attachment.findFirst({ where: { AND: [{ id }, leftoversSeenBy(actor, forgottenBefore(now))] }, select: { id: true, storageKey: true } }),
  allow: mayForget,
  run: async (tx, { id, storageKey }) => {
    const { count } = await tx.attachment.deleteMany({ where: { id, discussionId: null, replyId: null } });
    return count === 1 ? ok({ id, storageKey }) : refuse("not-found");
  },
  tells: ({ storageKey }) => ({ payload: { storageKey } }),
});
