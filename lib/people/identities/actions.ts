"use server";

import { action } from "@/lib/platform/action";
import { disconnectIdentity } from "./commands";

export const disconnectIdentityAction = action(disconnectIdentity);
