import type { Actor } from "@/lib/platform/actor";
import { isOwn, type Managed, mayManage } from "../policy";

/** HR closes accounts, an administrator's only another administrator; nobody their own, so that somebody else has thought of the heir. */
export const mayClose = (actor: Actor, person: Managed & { id: string }) => mayManage(actor, person) && actor.id !== person.id;
export const mayErase = mayClose;
export const mayAskErasure = isOwn;
