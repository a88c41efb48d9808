import "server-only";
import { env } from "../env";
import { diskStore } from "./disk";
import type { FileStore } from "./store";

let held: FileStore | undefined;

/** The store of this installation: a folder (`FILES_DIR`) that all servers share. */
export const files = (): FileStore => (held ??= diskStore(env().FILES_DIR));
