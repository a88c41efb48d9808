import { z } from "zod";
import { orNothing, PersonSaid } from "../schema";

export const CloseAccount = z.strictObject({ id: z.uuid(), heir: orNothing(PersonSaid) });
export const EraseAccount = z.strictObject({ id: z.uuid() });
export const AskErasure = z.strictObject({});
