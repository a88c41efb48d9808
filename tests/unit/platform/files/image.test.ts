import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { reencodeImage } from "@/lib/platform/files/image";

const plain = (width: number, height: number, background = "teal") => sharp({ create: { width, height, channels: 3, background } });
const made = async (bytes: Buffer) => {
  const result = await reencodeImage(bytes);
  if (!result.ok) throw new Error(result.why);
  return { ...result.value, about: await sharp(result.value.bytes).metadata() };
};

test("place, camera and everything else that came with a picture are gone", async () => {
  const bytes = await plain(40, 30).jpeg().withExif({ IFD0: { Artist: "Anna" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 20/1 0/1" } }).withIccProfile("p3").withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Anna</a></x:xmpmeta>').toBuffer();
  expect((await sharp(bytes).metadata()).exif, "the test's own picture has them").toBeDefined();
  const { about, width, height, mediaType, bytes: out } = await made(bytes);
  expect([about.exif, about.icc, about.xmp, about.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  expect(out.includes("Anna")).toBe(false);
  expect({ format: about.format, width, height, mediaType }).toEqual({ format: "webp", width: 40, height: 30, mediaType: "image/webp" });
});

test("a picture taken sideways stands upright", async () => {
  expect(await made(await plain(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer())).toMatchObject({ width: 30, height: 40 });
});

test("a large picture becomes 2,000 px, a small one stays as it is", async () => {
  expect(await made(await plain(3000, 1500).png().toBuffer())).toMatchObject({ width: 2000, height: 1000 });
  expect(await made(await plain(100, 2500).png().toBuffer())).toMatchObject({ width: 80, height: 2000 });
});

test("an animation keeps moving", async () => {
  const frames = await Promise.all(["red", "green", "blue"].map((colour) => plain(60, 40, colour).png().toBuffer()));
  const { about, width, height } = await made(await sharp(frames, { join: { animated: true } }).gif().toBuffer());
  expect({ width, height, pages: about.pages }).toEqual({ width: 60, height: 40, pages: 3 });
});

/** A small file that says of itself to be as large as this. */
const claiming = async (width: number, height: number) => {
  const bytes = await plain(4, 4).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
};

test("more than 25 megapixels are refused by what the file says, before it is unpacked", async () => {
  expect(await reencodeImage(await claiming(5000, 5001))).toMatchObject({ ok: false, why: "picture-too-large" });
  expect(await reencodeImage(await claiming(60_000, 60_000))).toMatchObject({ ok: false, why: "picture-too-large" });
  expect(await reencodeImage(await claiming(5000, 5000)), "goes on to unpack, and finds nothing there").toMatchObject({ ok: false, why: "picture-broken" });
});

test.each([
  ["half a picture", async () => (await sharp(randomBytes(3 * 100 * 100), { raw: { width: 100, height: 100, channels: 3 } }).png().toBuffer()).subarray(0, 15_000)],
  ["a drawing", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>')],
  ["a document", async () => Buffer.from("%PDF-1.7\n")],
  ["a text", async () => Buffer.from("hello")],
])("%s is no picture", async (_, make) => {
  expect(await reencodeImage(await make())).toMatchObject({ ok: false, why: "picture-broken" });
});
