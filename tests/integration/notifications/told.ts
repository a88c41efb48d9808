import { listNotifications } from "@/lib/notifications/queries";
import { ListNotifications } from "@/lib/notifications/schema";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf } from "@/tests/support/build";
import { carryOut } from "@/tests/support/carry";

/** Carries every event that no one has been told of yet to its reactions, each twice, as a job that is tried again does. */
export const carryAll = async () => carryOut(await db.event.findMany({ orderBy: { id: "asc" }, select: { id: true, name: true } }));

/** What someone was told and may see now, the newest first: `kind reason`, and the tag. Who they are is read anew, as a session does. */
export const told = async ({ id }: Pick<Actor, "id">) =>
  (await listNotifications(await actorOf(id), ListNotifications.parse({}))).items.map(({ kind, reason, tag }) => [kind, reason, ...(tag ? [tag] : [])].join(" "));

/** How many rows there are for someone, seen or not. */
export const rowsOf = ({ id }: Pick<Actor, "id">) => db.notification.count({ where: { userId: id } });

export const follow = (userId: string, place: { communityId: string } | { discussionId: string } | { tagId: string }, level: "EVERYTHING" | "REPLIES" | "NOTHING") => db.follow.create({ data: { userId, ...place, level } });
