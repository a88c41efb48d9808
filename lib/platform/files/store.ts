import type { Readable } from "node:stream";
import type { Result } from "../result";

/** 20 MB, as people count them. */
export const largestFile = 20_000_000;

/**
 * Where files lie, by random keys: on a disk now, in an object store later. A key says nothing about who owns the file,
 * what it is called, or who may see it: the database does.
 */
export interface FileStore {
  /** Keeps the content under a key from `newKey()`: whole, or not at all. More than `limit` bytes are refused, and not read to their end. */
  put: (key: string, content: Uint8Array | AsyncIterable<Uint8Array>, limit?: number) => Promise<Result<{ size: number }, "too-large">>;
  /** The content as a stream, and its size in bytes; null when there is none. */
  get: (key: string) => Promise<{ stream: Readable; size: number } | null>;
  /** Removes the content; one that is not there is as good as removed. */
  remove: (key: string) => Promise<void>;
}
