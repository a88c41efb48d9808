import { z } from "zod";

/** `email` is a mail address or a handle. Nothing here says what a good one looks like: the answer is the same for all that fail. */
export const SignIn = z.object({
  email: z.string().trim().toLowerCase().transform((said) => said.replace(/^@/, "")).pipe(z.string().min(1).max(254)),
  password: z.string().min(1).max(1024),
});

/** Whoever has proven who they are, and with which password (null: by another way), gets a session. */
export const OpenSession = z.strictObject({
  userId: z.uuid(),
  passwordHash: z.string().nullable(),
  userAgent: z.string(),
});

export const EndSession = z.strictObject({ sessionId: z.uuid() });
export const EndOtherSessions = z.strictObject({});
