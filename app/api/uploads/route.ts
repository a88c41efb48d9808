import { attachFile } from "@/lib/attachments/commands";
import { newKey } from "@/lib/platform/files/disk";
import { files } from "@/lib/platform/files/files";
import { inspect } from "@/lib/platform/files/inspect";
import { largestFile } from "@/lib/platform/files/store";
import { problem, refusal } from "@/lib/platform/http";
import { json, rest } from "@/lib/platform/rest";

/** What surrounds a file in a form's body. */
const AROUND = 10_000;

/** Takes one file, in the field `file`, for a text that is being written; answers how it is written into the text. */
export const POST = rest(async ({ actor, request }) => {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return problem("unsupported-type");
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > largestFile + AROUND) return problem("too-large");
  const file = await request.formData().then((form) => form.get("file"), () => null);
  if (!(file instanceof File)) return problem("malformed");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = await inspect(bytes, file.name);
  if (!kind.ok) return kind.why === "too-large" ? problem("too-large") : problem("unsupported-type", { title: kind.why });
  const storageKey = newKey();
  const stored = await files().put(storageKey, bytes);
  if (!stored.ok) return refusal(stored);
  const result = await attachFile(actor, { name: file.name.slice(-200) || "file", mediaType: kind.value.mediaType, size: stored.value.size, storageKey });
  if (result.ok) return json(result.value, 201);
  await files().remove(storageKey);
  return refusal(result);
});
