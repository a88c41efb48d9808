import { type Actor, NOBODY } from "@/lib/platform/actor";

/** An actor of whom no row knows: for policies, which ask none. */
export const mint = (kind: Actor["kind"], roles: string[] = [], id = "0190a1b2-0000-7000-8000-000000000001") =>
  ({ id: kind === "person" ? id : NOBODY, kind, roles, memberOf: [], leads: [] }) as unknown as Actor;
