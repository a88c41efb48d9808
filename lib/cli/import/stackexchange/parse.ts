import { isUtf8 } from "node:buffer";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { SaxesParser } from "saxes";
import { type Attributes, dateOf } from "./convert";

/** Where a row ends: enough to go on after it. `line` counts from 1, `byte` from the start of the file. */
export type Place = { line: number; byte: number };
export type Row = Place & ({ attributes: Attributes; problem?: undefined } | { problem: string; attributes?: undefined });

/** The file is no dump, or is damaged: nothing after this place can be trusted. */
export class ImportFileError extends Error {
  override readonly name = "ImportFileError";
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}, line ${line}: ${reason}`);
  }
}

const chunkBytes = 64 * 1024;
const longestRow = 32 * 1024 * 1024;

/** Why a row that is good XML cannot be taken, or null. */
const problemOf = (attributes: Attributes) => {
  if (attributes.Id === undefined) return "no Id";
  if (!/^-?\d{1,18}$/.test(attributes.Id)) return `Id is not a number: ${attributes.Id.slice(0, 40)}`;
  if (attributes.CreationDate === undefined) return "no CreationDate";
  const wrong = Object.entries(attributes).find(([name, value]) => name.endsWith("Date") && !dateOf(value));
  return wrong ? `${wrong[0]} is not a date: ${wrong[1].slice(0, 40)}` : null;
};

/** How many of these bytes can be read now: the rest begins a letter that the next bytes end. */
const wholeLetters = (bytes: Buffer) => {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
};

/** What can be read before the first byte that is no UTF-8. */
const readable = (bytes: Buffer) => {
  const text = bytes.toString("utf8");
  let [at, byte] = [0, 0];
  for (const { index } of text.matchAll(/\uFFFD/g)) {
    byte += Buffer.byteLength(text.slice(at, index));
    at = index;
    if (bytes.toString("hex", byte, byte + 3) !== "efbfbd") return text.slice(0, index);
  }
  return text;
};

/** Reads one piece of text after the other, and counts in bytes where each row ends. `root`: the element that reading begins in. */
const reader = (file: string, start?: Place & { root: string }) => {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const before = start ? `<${start.root}>` : "";
  parser.write(before);
  const opening = before.length;
  let lastRowAt = opening;
  let piece = { text: "", at: opening, byte: start?.byte ?? 0 };
  let seen = { at: opening, byte: piece.byte };
  let rows: Row[] = [];
  let failure: ImportFileError | null = null;

  const line = () => (start?.line ?? 1) + parser.line - 1;
  let tagLine: number | null = null; // an error inside of a tag may be noticed many lines later
  const fail = (reason: string) => (failure ??= new ImportFileError(file, tagLine ?? line(), reason));
  parser.on("opentagstart", () => void (tagLine = line()));
  parser.on("opentag", () => void (tagLine = null));
  parser.on("error", (error) => void fail(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("closetag", ({ name, attributes }) => {
    if (name !== "row" || failure) return;
    const at = (lastRowAt = parser.position);
    seen = { at, byte: seen.byte + Buffer.byteLength(piece.text.slice(seen.at - piece.at, at - piece.at)) };
    const problem = problemOf(attributes);
    rows.push({ line: line(), byte: seen.byte, ...(problem === null ? { attributes: { ...attributes } } : { problem }) });
  });

  const write = (text: string) => {
    piece = { text, at: piece.at + piece.text.length, byte: piece.byte + Buffer.byteLength(piece.text) };
    seen = { at: piece.at, byte: piece.byte };
    if (text) parser.write(text);
    if (piece.at + text.length - lastRowAt > longestRow) fail("32 million characters without a row");
  };
  /** Gives the rows that are whole after these bytes, and what is wrong after them. */
  return (bytes: Buffer, last: boolean) => {
    write(isUtf8(bytes) ? bytes.toString("utf8") : readable(bytes));
    if (!isUtf8(bytes)) fail("not in UTF-8");
    else if (last && !failure) parser.close();
    const whole = rows;
    rows = [];
    return { whole, failure };
  };
};

/** The name of the outermost element, which a reading that begins in the middle is inside of. */
const rootOf = async (file: FileHandle, name: string) => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, 0);
  const parser = new SaxesParser();
  let root: string | undefined;
  parser.on("error", () => undefined);
  parser.on("opentagstart", (tag) => void (root ??= tag.name));
  parser.write(readable(buffer.subarray(0, bytesRead)));
  if (!root) throw new ImportFileError(name, 1, "no element to begin with");
  return root;
};

/**
 * The rows of a dump's file, one after the other, in bounded memory: the file is read on only when the rows are taken.
 * - `from`: the place of the last row that was taken before; reading goes on after it.
 * - A row that cannot be taken (no Id, a date that is none) comes as a `problem`, and reading goes on.
 * - XML that is broken, cut off or not in UTF-8 throws `ImportFileError` with file and line, after the whole rows before it.
 */
export async function* rows(path: string, { from }: { from?: Place | undefined } = {}): AsyncGenerator<Row, void, void> {
  const file = await open(path);
  try {
    const name = basename(path);
    const take = reader(name, from && { line: from.line, byte: from.byte, root: await rootOf(file, name) });
    let rest = Buffer.alloc(0);
    for (let [position, last] = [from?.byte ?? 0, false]; !last; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, position);
      position += bytesRead;
      last = bytesRead === 0;
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const cut = last ? bytes.length : wholeLetters(bytes);
      rest = bytes.subarray(cut);
      const { whole, failure } = take(bytes.subarray(0, cut), last);
      yield* whole;
      if (failure) throw failure;
    }
  } finally {
    await file.close();
  }
}
