"use server";

import { action, press } from "@/lib/platform/action";
import { makeToken, revokeToken } from "./commands";

export const makeTokenAction = action(makeToken);
export const revokeTokenAction = press(revokeToken);
