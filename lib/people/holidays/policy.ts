import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import { mayManagePeople } from "../policy";

/** When nobody works is no secret; it is kept by those who look after people. */
export const holidaysSeenBy = (actor: Actor): Prisma.HolidayWhereInput => (actor.kind === "visitor" ? { id: { in: [] } } : {});
export const mayKeepHolidays = mayManagePeople;
