import { expect, test } from "vitest";
import { inspect } from "@/lib/platform/files/inspect";
import sharp from "sharp";

/** A ZIP without compression, as small as one can be: what office files are packed in. */
const zip = (entries: Record<string, string>) => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [label, data] = [Buffer.from(name), Buffer.from(content)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, label, data);
    directory.push(entry, label);
    at += 30 + label.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
};
const office = (kind: string, macros = false) =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.${macros ? "ms-word.document.macroEnabled" : `openxmlformats-officedocument.${kind}`}.main+xml"/></Types>`,
    "_rels/.rels": "<x/>",
  });
const openDocument = (kind: string) => zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<x/>" });
const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } });

test.each([
  ["png", () => picture.clone().png().toBuffer(), "picture"],
  ["jpg", () => picture.clone().jpeg().toBuffer(), "picture"],
  ["gif", () => picture.clone().gif().toBuffer(), "picture"],
  ["webp", () => picture.clone().webp().toBuffer(), "picture"],
  ["pdf", () => Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"), "download"],
  ["docx", () => office("wordprocessingml.document"), "download"],
  ["xlsx", () => office("spreadsheetml.sheet"), "download"],
  ["pptx", () => office("presentationml.presentation"), "download"],
  ["odt", () => openDocument("text"), "download"],
  ["ods", () => openDocument("spreadsheet"), "download"],
  ["odp", () => openDocument("presentation"), "download"],
  ["svg", () => Buffer.from('\uFEFF<?xml version="1.0"?><!-- a --><!DOCTYPE svg PUBLIC "x">\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "download"],
  ["svg", () => Buffer.from("<svg><path/></svg>"), "download"],
  ["txt", () => Buffer.from("Zażółć gęślą jaźń\r\n"), "download"],
])("%s is known by its content, under any name", async (extension, make, as) => {
  for (const name of ["", "picture.png", "x.html", "y.csv.exe"]) expect(await inspect(await make(), name)).toMatchObject({ ok: true, value: { extension, as } });
});

test.each([
  ["list.csv", "csv", "text/csv"],
  ["README.MD", "md", "text/markdown"],
  ["notes.markdown", "md", "text/markdown"],
  ["page.html", "txt", "text/plain"],
  ["", "txt", "text/plain"],
])("plain text named %j is %s", async (name, extension, mediaType) => {
  expect(await inspect(Buffer.from("a;b\n1;2"), name)).toEqual({ ok: true, value: { extension, mediaType, as: "download" } });
});

test("a table in an old encoding is a table", async () => {
  expect(await inspect(Buffer.from([0x47, 0xf6, 0x74, 0x65, 0x3b, 0x31, 0x0a]), "a.csv")).toMatchObject({ ok: true, value: { extension: "csv" } });
});

test.each([
  ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ["a program for Windows", Buffer.from(`MZ${"\0".repeat(100)}`)],
  ["an archive", zip({ "a.txt": "a" })],
  ["a document with macros", office("", true)],
  ["an old office file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)])],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a page after a comment", Buffer.from("<!-- x -->\n<html></html>")],
  ["another XML", Buffer.from('<?xml version="1.0"?><x:stylesheet/>')],
  ["bytes at random", Buffer.from([1, 2, 3, 4, 0, 255])],
  ["a text with a zero byte", Buffer.from("abc\0def")],
])("%s is refused, whatever it is called", async (_, bytes) => {
  for (const name of ["a.txt", "a.png", "a.docx"]) expect(await inspect(bytes, name)).toMatchObject({ ok: false, why: "file-type" });
});

test("nothing at all, and more than 20 MB, are refused", async () => {
  expect(await inspect(new Uint8Array())).toMatchObject({ ok: false, why: "file-empty" });
  expect(await inspect(Buffer.alloc(20_000_001, "a"))).toMatchObject({ ok: false, why: "too-large" });
});
