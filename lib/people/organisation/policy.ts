import { type Actor, isAdministrator } from "@/lib/platform/actor";

/** Whoever comes first to an empty portal sets it up. Whether it is empty, the command looks itself. */
export const maySetUp = (actor: Actor) => actor.kind === "visitor";
/** What runs here, in which version, and how much of it there is. */
export const installationSeenBy = (actor: Actor) => (actor.kind === "person" && isAdministrator(actor) ? { id: 1 } : { id: -1 });
