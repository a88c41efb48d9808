import { z } from "zod";

export const roleNames = ["hr-admin", "administrator"] as const;
export const ChangeRole = z.strictObject({ id: z.uuid(), role: z.enum(roleNames) });
