import "server-only";
import sharp from "sharp";
import { ok, refuse, type Result } from "../result";
import { inspect } from "./inspect";

const mostPixels = 25_000_000;
const widest = 2000;

export type Picture = { bytes: Buffer; width: number; height: number; mediaType: "image/webp" };

sharp.cache(false); // a server keeps no pictures of people in memory
sharp.concurrency(1);

/**
 * A picture made anew from its pixels: WebP, at most 2,000 px wide and high, upright, without place, camera or anything else
 * that came with it. A short animation keeps moving; of one that is too large the first frame stays. Refuses more than
 * 25 megapixels without unpacking them, and what is no picture. Takes up to a second: for a job.
 */
export const reencodeImage = async (bytes: Uint8Array): Promise<Result<Picture, "picture-too-large" | "picture-broken">> => {
  const kind = await inspect(bytes);
  if (!kind.ok || kind.value.as !== "picture") return refuse("picture-broken");
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return refuse("picture-too-large");
    const animated = pages > 1 && width * height * pages <= mostPixels;
    const opened = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", animated });
    const { data, info } = await (animated ? opened : opened.autoOrient())
      .resize({ width: widest, height: widest, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    return ok({ bytes: data, width: info.width, height: info.pageHeight ?? info.height, mediaType: "image/webp" });
  } catch {
    return refuse("picture-broken");
  }
};
