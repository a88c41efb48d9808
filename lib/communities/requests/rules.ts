import type { Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

/** Characters of what somebody says at the door. */
export const MESSAGE_LIMIT = 500;

/** Under this name the clocks of a request run; so many working days the leaders have before they are reminded, and before the asker hears that it still waits. */
export const REQUEST_CLOCK = "membership-request";
export const patience = { reminder: 3, escalation: 7 } as const;

type Asking = { member: boolean; invited: boolean; pending: boolean };

/** Asking at the door of a community by request. Who may walk in anyway, walks in. */
export const ask = (place: { entry: Entry; archivedAt: Date | null }, { member, invited, pending }: Asking) => {
  if (place.archivedAt) return refuse("archived");
  if (member) return refuse("already-member");
  if (place.entry === "OPEN" || invited) return refuse("walk-in");
  if (pending) return refuse("already-asked");
  return ok({});
};
