import { z } from "zod";
import { Email, Password } from "../schema";

export const AskReset = z.object({ email: Email });
export const MailReset = z.strictObject({ userId: z.uuid() });
export const ResetPassword = z.object({ token: z.string().min(1).max(100), password: Password });
export const UseReset = z.strictObject({ tokenHash: z.string(), passwordHash: z.string() });
