import type { Actor } from "@/lib/platform/actor";

/** How somebody wants to hear of things is theirs alone. */
export const choicesSeenBy = (actor: Actor) => ({ userId: actor.id });
export const mayChoose = (actor: Actor, reader: { id: string }) => actor.kind === "person" && actor.id === reader.id;
