import { z } from "zod";

/** The token of a mail; `undo` where somebody has thought better of it. */
export const LeaveMails = z.strictObject({ token: z.string().max(500), undo: z.boolean().default(false) });
