import type { Actor } from "@/lib/platform/actor";

/** Whoever runs the machine may open a community for what they import; nobody is enrolled in it. */
export const mayOpenForImport = (actor: Actor) => actor.kind === "system";
