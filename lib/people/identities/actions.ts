"use server";

import { press } from "@/lib/platform/action";
import { disconnectIdentity } from "./commands";

export const disconnectIdentityAction = press(disconnectIdentity);
