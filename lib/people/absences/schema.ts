import { z } from "zod";
import { Day } from "../schema";

export const AddAbsence = z.strictObject({ startsOn: Day, endsOn: Day });
export const EndAbsence = z.strictObject({ id: z.uuid() });
