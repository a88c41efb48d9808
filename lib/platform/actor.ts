import type { PortalRole } from "@/lib/generated/prisma/enums";

declare const proven: unique symbol;

/**
 * Who is acting, as proven by a session, a token, or the scheduler. Only `actors.ts` and the test kit may make one.
 * Roles over the whole organisation are in `roles`; `memberOf` and `leads` hold ids of communities.
 */
export type Actor = {
  readonly id: string;
  readonly kind: "person" | "visitor" | "system";
  readonly roles: readonly PortalRole[];
  readonly memberOf: readonly string[];
  readonly leads: readonly string[];
  readonly [proven]: true;
};

/** What the shell shows of the person who is signed in, and the session they act in. */
export type Me = Actor & {
  readonly kind: "person";
  readonly sessionId: string | null;
  readonly handle: string;
  readonly name: string;
  readonly locale: string | null;
  readonly theme: string | null;
  readonly timeZone: string;
  readonly languages: readonly string[];
  /** Where live events go on from what is shown to this person now. */
  readonly asOf: string;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
};

/** Nobody in particular: the id under which a visitor or the scheduler acts. It belongs to no row. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export const isAdministrator = (actor: Actor) => actor.roles.includes("ADMINISTRATOR");
export const isHrAdmin = (actor: Actor) => actor.roles.includes("HR_ADMIN");
/** People, units and imports are in the hands of both. */
export const managesPeople = (actor: Actor) => isHrAdmin(actor) || isAdministrator(actor);
export const belongsTo = (actor: Actor, communityId: string) => actor.memberOf.includes(communityId);
export const leads = (actor: Actor, communityId: string) => actor.leads.includes(communityId);
