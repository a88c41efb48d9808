import { ok, refuse } from "@/lib/platform/result";

/** After a no, nobody is asked again for this many days: an invitation that cannot be declined for good is none. */
export const REST_DAYS = 90;

type Standing = { member: boolean; invited: boolean; asks: boolean; declinedAt: Date | null };

export const invite = (place: { archivedAt: Date | null }, { member, invited, asks, declinedAt }: Standing, now: Date) => {
  if (place.archivedAt) return refuse("archived");
  if (member) return refuse("invalid", { handle: ["already-member"] });
  if (invited) return refuse("invalid", { handle: ["already-invited"] });
  if (asks) return refuse("invalid", { handle: ["has-asked"] });
  if (declinedAt && now.getTime() - declinedAt.getTime() < REST_DAYS * 24 * 3600_000) return refuse("invalid", { handle: ["has-declined"] });
  return ok({});
};
