import "server-only";
import { command } from "@/lib/platform/access";
import { send } from "@/lib/platform/jobs";
import { ok } from "@/lib/platform/result";
import { mayAttach } from "./policy";
import { inMarkdown, isPicture } from "./rules";
import { AttachFile, PictureMade } from "./schema";

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
