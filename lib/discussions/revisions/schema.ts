import { PostAddress, ShowPost } from "../hiding/schema";
import { Version } from "../schema";

/** `revision` is the version whose text comes back, `version` the one it replaces. */
export const RestoreRevision = PostAddress.extend({ revision: Version, version: Version });

/** What the address of a history says: which post, which version. An address that names none is none. */
export const ShowHistory = ShowPost.extend({ version: Version.optional() });
