import { z } from "zod";

export const MakeAddress = z.strictObject({ path: z.string().min(1, "required").max(200, "too-long") });
export const RevokeAddress = z.strictObject({ id: z.uuid() });
