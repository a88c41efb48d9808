import { z } from "zod";
import { Email, orEmpty, Password } from "../schema";

export const ChangePassword = z.strictObject({ currentPassword: Password, password: Password });
export const StorePassword = z.strictObject({ provenHash: z.string(), passwordHash: z.string() });

/** A new mail address is asked for with the password, and counts once its mail has been read. */
export const AskEmailChange = z.strictObject({ email: Email, currentPassword: Password });
export const ProposeEmail = z.strictObject({ email: Email, provenHash: z.string() });
export const ConfirmEmail = z.strictObject({ token: z.string().min(1).max(100) });

/** HR puts right what was misspelt, or takes an address away. */
export const SetEmail = z.strictObject({ id: z.uuid(), email: orEmpty(Email) });

export const ListAccounts = z.object({
  q: z.string().max(200).trim().optional().catch(undefined),
  state: z.enum(["open", "waiting", "erasure", "left"]).default("open").catch("open"),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(50).catch(50),
});
export type AccountFilter = z.output<typeof ListAccounts>;
