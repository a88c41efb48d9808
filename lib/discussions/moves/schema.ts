import { z } from "zod";

/** `to`: the slug of the other community. */
export const MoveDiscussion = z.strictObject({ id: z.uuid(), to: z.string().max(120) });
export const MoveId = z.strictObject({ id: z.uuid() });
