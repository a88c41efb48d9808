import "server-only";
import { command } from "@/lib/platform/access";
import { send } from "@/lib/platform/jobs";
import { ok } from "@/lib/platform/result";
import { mayAttach } from "./policy";
import { inMarkdown, isPicture } from "./rules";
import { AttachFile } from "./schema";

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
