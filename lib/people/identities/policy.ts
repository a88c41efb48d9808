import type { Actor } from "@/lib/platform/actor";
import { isOwn } from "../policy";

/** Only who is not signed in comes in; only who is signed in connects another way in, to their own account. */
export const mayEnter = (actor: Actor) => actor.kind === "visitor";
export const mayConnect = isOwn;
export const identitiesSeenBy = (actor: Actor) => ({ userId: actor.id });
export const mayDisconnect = (actor: Actor, identity: { userId: string }) => actor.kind === "person" && actor.id === identity.userId;
