import { z } from "zod";
import { Day, filled } from "../schema";

export const AddHoliday = z.strictObject({ day: Day, name: filled(80) });
export const RemoveHoliday = z.strictObject({ id: z.uuid() });
