import { z } from "zod";
import { TagName } from "@/lib/discussions/schema";

export const RenameTag = z.strictObject({ id: z.uuid(), name: TagName });
export const MergeTag = z.strictObject({ id: z.uuid(), into: TagName });
export const AddSynonym = z.strictObject({ id: z.uuid(), name: TagName });
export const TagId = z.strictObject({ id: z.uuid() });
