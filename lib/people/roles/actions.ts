"use server";

import { action } from "@/lib/platform/action";
import { grantRole, withdrawRole } from "./commands";

export const grantRoleAction = action(grantRole);
export const withdrawRoleAction = action(withdrawRole);
