import type { Actor } from "@/lib/platform/actor";

/** It is looked for by the portal itself, over everything; what comes of it is shown to each as far as they see it. */
export const mayFindNear = (actor: Actor) => actor.kind === "system";
