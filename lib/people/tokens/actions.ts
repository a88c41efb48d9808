"use server";

import { action } from "@/lib/platform/action";
import { makeToken, revokeToken } from "./commands";

export const makeTokenAction = action(makeToken);
export const revokeTokenAction = action(revokeToken);
