"use server";

import { action, press } from "@/lib/platform/action";
import { addHoliday, removeHoliday } from "./commands";

export const addHolidayAction = action(addHoliday, { says: () => ({ says: "saved" }) });
export const removeHolidayAction = press(removeHoliday);
