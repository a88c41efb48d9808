import "server-only";
import { system } from "@/lib/platform/session";
import { files } from "@/lib/platform/files/files";
import { newKey } from "@/lib/platform/files/disk";
import { reencodeImage } from "@/lib/platform/files/image";
import type { Clocks } from "@/lib/platform/jobs";
import { forgetFile, pictureMade } from "./commands";
import { getUnmade, listLeftovers } from "./queries";

const bytesOf = async (stream: AsyncIterable<Uint8Array>) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** Makes a picture anew from its pixels, and lets it be shown; one that is none stays a file to download. Done twice it changes nothing. */
export const remakePicture = async ({ id }: { id: string }) => {
  const picture = await getUnmade(system, id);
  const stored = picture && (await files().get(picture.storageKey));
  if (!picture || !stored) return;
  const made = await reencodeImage(await bytesOf(stored.stream));
  if (!made.ok) return;
  const storageKey = newKey();
  await files().put(storageKey, made.value.bytes);
  const { width, height, mediaType, bytes } = made.value;
  const done = await pictureMade(system, { id, storageKey, width, height, mediaType, size: bytes.byteLength });
  await files().remove(done.ok ? picture.storageKey : storageKey);
};

/** Forgets files that stand in no text for a week; one that was posted meanwhile stays. */
export const forgetFiles = async (now: Date) => {
  for (const id of await listLeftovers(system, now)) await forgetFile(system, { id, now });
};

export const clocks: Clocks = {
  "forgotten-files": { cron: "41 * * * *", run: forgetFiles },
};
