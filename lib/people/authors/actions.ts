"use server";

import { action } from "@/lib/platform/action";
import { claimAuthor } from "./commands";

export const claimAuthorAction = action(claimAuthor);
