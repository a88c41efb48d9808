import { z } from "zod";
import { filled } from "../schema";

export const MakeToken = z.strictObject({ name: filled(80) });
export const MakeTokenFor = z.strictObject({ userId: z.uuid(), name: filled(80) });
export const RevokeToken = z.strictObject({ id: z.uuid() });
