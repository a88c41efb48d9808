import type { PortalRole } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";
import type { roleNames } from "./schema";

export const toRole = (name: (typeof roleNames)[number]) => name.toUpperCase().replace("-", "_") as PortalRole;
export const fromRole = (role: PortalRole) => role.toLowerCase().replace("_", "-") as (typeof roleNames)[number];

/** Somebody must be left who can give roles back. `others`: how many administrators there are beside this one. */
export const withdraw = (role: PortalRole, others: number) => (role === "ADMINISTRATOR" && others < 1 ? refuse("last-administrator") : ok({}));
