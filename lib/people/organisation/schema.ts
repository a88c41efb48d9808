import { z } from "zod";
import { Email, filled, Name, Password, PortalLanguage, TimeZone } from "../schema";

/** What `/setup` asks, once: the organisation and its first administrator. */
export const SetUp = z.object({ organisation: filled(120), locale: PortalLanguage, timeZone: TimeZone, name: Name, email: Email, password: Password });
export const FoundOrganisation = SetUp.omit({ password: true }).extend({ passwordHash: z.string() }).strict();
