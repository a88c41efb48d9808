import { Readable } from "node:stream";
import { getAttachment } from "@/lib/attachments/queries";
import { isUuid } from "@/lib/platform/cursor";
import { files } from "@/lib/platform/files/files";
import { problem } from "@/lib/platform/http";
import { rest } from "@/lib/platform/rest";

/** A file that came with a text, for who may read the text. Only a picture that was made anew is shown; everything else is downloaded. */
export const GET = rest<{ id: string; name: string }>(async ({ actor, params }) => {
  const found = isUuid(params.id) ? await getAttachment(actor, params.id) : null;
  const content = found && (await files().get(found.storageKey));
  if (!found || !content) return problem("not-found");
  const shown = found.width !== null;
  const name = `filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  return new Response(Readable.toWeb(content.stream) as ReadableStream, {
    headers: {
      "content-type": shown ? found.mediaType : "application/octet-stream",
      "content-length": String(content.size),
      "content-disposition": `${shown ? "inline" : "attachment"}; ${name}`,
      "x-content-type-options": "nosniff",
      "cache-control": shown ? "private, max-age=3600, immutable" : "private, no-store",
    },
  });
});
