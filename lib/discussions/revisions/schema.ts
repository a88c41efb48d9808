import { z } from "zod";
import { PostAddress } from "../hiding/schema";
import { Version } from "../schema";

/** `revision` is the version whose text comes back, `version` the one it replaces. */
export const RestoreRevision = PostAddress.extend({ revision: Version, version: Version });

/** What the address of a history says; anything else is as if it said nothing. */
export const ShowHistory = z.object({ reply: z.uuid().optional().catch(undefined), version: Version.optional().catch(undefined) });
