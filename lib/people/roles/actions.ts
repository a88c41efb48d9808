"use server";

import { press } from "@/lib/platform/action";
import { grantRole, withdrawRole } from "./commands";

export const grantRoleAction = press(grantRole, { says: () => ({ says: "saved" }) });
export const withdrawRoleAction = press(withdrawRole, { says: () => ({ says: "saved" }) });
