"use server";

import { action } from "@/lib/platform/action";
import { placePerson } from "./commands";

export const placePersonAction = action(placePerson, { says: () => ({ says: "saved" }) });
