import type { Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

/** Characters of what somebody says at the door. */
export const MESSAGE_LIMIT = 500;

type Asking = { member: boolean; invited: boolean; pending: boolean };

/** Asking at the door of a community by request. Who may walk in anyway, walks in. */
export const ask = (place: { entry: Entry; archivedAt: Date | null }, { member, invited, pending }: Asking) => {
  if (place.archivedAt) return refuse("archived");
  if (member) return refuse("already-member");
  if (place.entry === "OPEN" || invited) return refuse("walk-in");
  if (pending) return refuse("already-asked");
  return ok({});
};
