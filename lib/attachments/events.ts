import "server-only";
import type { Reactions } from "@/lib/platform/events";
import { files } from "@/lib/platform/files/files";

/** The file of a row that is gone; removed twice it is as good as removed. */
export const reactions: Reactions = {
  "attachment.forgotten": async (_tx, { payload }) => {
    if (typeof payload.storageKey === "string") await files().remove(payload.storageKey);
  },
};
