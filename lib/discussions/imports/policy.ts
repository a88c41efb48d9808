import type { Actor } from "@/lib/platform/actor";

/** Imports are the work of whoever runs the machine: the programs act as the system, into a community that is still alive. */
export const mayImport = (actor: Actor, community: { archivedAt: Date | null }) => actor.kind === "system" && !community.archivedAt;
/** The same for a look beforehand, which changes nothing. */
export const mayLookBeforeImport = (actor: Actor) => actor.kind === "system";
