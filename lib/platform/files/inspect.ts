import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { ok, refuse, type Result } from "../result";
import { largestFile } from "./store";

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** What may be attached, and how it may be served: `picture` is shown after `reencodeImage`, everything else only downloaded. */
const allowed = {
  png: ["image/png", "picture"],
  jpg: ["image/jpeg", "picture"],
  gif: ["image/gif", "picture"],
  webp: ["image/webp", "picture"],
  svg: ["image/svg+xml", "download"],
  pdf: ["application/pdf", "download"],
  docx: [`${office}.wordprocessingml.document`, "download"],
  xlsx: [`${office}.spreadsheetml.sheet`, "download"],
  pptx: [`${office}.presentationml.presentation`, "download"],
  odt: [`${open}.text`, "download"],
  ods: [`${open}.spreadsheet`, "download"],
  odp: [`${open}.presentation`, "download"],
  txt: ["text/plain", "download"],
  csv: ["text/csv", "download"],
  md: ["text/markdown", "download"],
} as const satisfies Record<string, readonly [mediaType: string, as: "picture" | "download"]>;

export type Extension = keyof typeof allowed;
export type Inspected = { extension: Extension; mediaType: string; as: "picture" | "download" };

const isAllowed = (extension: string): extension is Extension => Object.hasOwn(allowed, extension);
const found = (extension: Extension) => ok({ extension, mediaType: allowed[extension][0], as: allowed[extension][1] } satisfies Inspected);

/** Text in any encoding that has no zero bytes: UTF-8, and what spreadsheets still write. Control characters are for machines. */
const isText = (bytes: Uint8Array) => !bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);

/** The start of a text without byte order mark, declarations and comments. */
const opening = (bytes: Uint8Array) => {
  let text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024)).trimStart();
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>)\s*/i, "");
  }
  return text.slice(0, 100);
};

/**
 * What a file is by its content; the name decides only between kinds of plain text. Refuses an empty file, one of more than
 * 20 MB, and one that is none of the kinds above: the old office formats among them, since they may hold programs, and HTML.
 */
export const inspect = async (bytes: Uint8Array, name = ""): Promise<Result<Inspected, "file-empty" | "too-large" | "file-type">> => {
  if (bytes.byteLength === 0) return refuse("file-empty");
  if (bytes.byteLength > largestFile) return refuse("too-large");
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (known && known.mime !== "application/xml") return isAllowed(known.ext) ? found(known.ext) : refuse("file-type");
  if (!isText(bytes)) return refuse("file-type");
  const start = opening(bytes);
  if (/^<svg[\s>]/i.test(start)) return found("svg");
  if (known || /^<(?:!doctype|html|head|body|script|\?)/i.test(start)) return refuse("file-type");
  const ending = /\.(csv|md|markdown)$/i.exec(name)?.[1]?.toLowerCase();
  return found(ending === "csv" ? "csv" : ending ? "md" : "txt");
};
