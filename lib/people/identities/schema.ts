import { z } from "zod";

/** What a provider says of someone, as its signed token says it. */
export const Claims = z.object({
  issuer: z.url().max(500),
  subject: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  emailVerified: z.boolean().catch(false),
});
export type Claims = z.output<typeof Claims>;
export const FirstEntry = Claims.required({ email: true }).strict();
export const Connect = z.strictObject({ issuer: z.string(), subject: z.string() });
export const Disconnect = z.strictObject({ issuer: z.string().max(500), subject: z.string().max(255) });
