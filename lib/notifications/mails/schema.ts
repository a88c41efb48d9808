import { z } from "zod";

const now = z.date();
/** What the clock says to the commands below: for whom, which mail, and what time it is. `back`: when somebody who is away returns. */
export const PlanMails = z.strictObject({ userId: z.uuid(), now, back: z.date().nullable() });
export const OfMail = z.strictObject({ id: z.uuid(), now });
export const ForgetSent = z.strictObject({ before: z.date() });
