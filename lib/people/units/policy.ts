import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import { mayManagePeople } from "../policy";

/** The shape of the organisation is no secret among its people; closed units are known to who looks after them. */
export const unitsSeenBy = (actor: Actor): Prisma.UnitWhereInput =>
  actor.kind === "visitor" ? { id: { in: [] } } : actor.kind === "system" || mayManagePeople(actor) ? {} : { closedAt: null };

export const mayManageUnits = (actor: Actor) => actor.kind === "system" || mayManagePeople(actor);
