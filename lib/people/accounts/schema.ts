import { z } from "zod";
import { Email, Password } from "../schema";

export const ChangePassword = z.strictObject({ currentPassword: Password, password: Password });
export const StorePassword = z.strictObject({ provenHash: z.string(), passwordHash: z.string() });

/** A new mail address is asked for with the password, and counts once its mail has been read. */
export const AskEmailChange = z.strictObject({ email: Email, currentPassword: Password });
export const ProposeEmail = z.strictObject({ email: Email, provenHash: z.string() });
export const ConfirmEmail = z.strictObject({ token: z.string().min(1).max(100) });

/** HR puts right what was misspelt, or takes an address away. */
export const SetEmail = z.strictObject({ id: z.uuid(), email: z.union([z.literal(""), Email]) });
