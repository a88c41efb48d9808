"use server";

import { action, press } from "@/lib/platform/action";
import { makeAddress, revokeAddress } from "./commands";

export const makeAddressAction = action(makeAddress);
export const revokeAddressAction = press(revokeAddress);
