import type { CommunityRole, Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

type Door = { entry: Entry; archivedAt: Date | null };

/** Walking in: an open community is open to everyone, any other to whom its leaders have invited. */
export const enter = (place: Door, { invited }: { invited: boolean }) => {
  if (place.archivedAt) return refuse("archived");
  if (invited || place.entry === "OPEN") return ok({});
  return place.entry === "REQUEST" ? refuse("by-request") : refuse("by-invitation");
};

type Leaving = { role: CommunityRole | null; leaders: number; members: number };

/**
 * Leaving is everyone's own act. Only the last one who leads hands over first, as long as somebody is there to take over;
 * whoever leaves last of all closes the door: the community is archived.
 */
export const leave = ({ role, leaders, members }: Leaving) => {
  if (!role) return refuse("not-a-member");
  if (members > 1 && role === "LEADER" && leaders <= 1) return refuse("last-leader");
  return ok({ archives: members <= 1 });
};

/** Being shown the door is for members; who leads is first relieved of that, and oneself one leaves. */
export const remove = (role: CommunityRole | null, { self }: { self: boolean }) => {
  if (!role) return refuse("invalid", { handle: ["not-a-member"] });
  if (self) return refuse("invalid", { handle: ["yourself"] });
  if (role === "LEADER") return refuse("still-leads");
  return ok({});
};

/**
 * How evenly members are spread over the units (domain 3.9, measure 4): IQV = B·K/(K−1) with Blau's B = 1 − Σ p². From 0, all
 * from one unit, to 1, evenly from each of the K units; null where there is nothing to spread.
 */
export const spread = (members: readonly number[]) => {
  const [units, all] = [members.length, members.reduce((sum, one) => sum + one, 0)];
  if (units < 2 || all === 0) return null;
  const blau = 1 - members.reduce((sum, one) => sum + (one / all) ** 2, 0);
  return (blau * units) / (units - 1);
};

/** A place in the list of members: leaders come first, then whoever has belonged longest. Anything else starts at the beginning. */
export type Place = { leads: boolean; at: Date; id: string };

export const toMemberCursor = ({ leads, at, id }: Place) => btoa(`${leads ? "l" : "m"}.${at.getTime().toString(36)}.${id}`).replace(/=+$/, "");

export const fromMemberCursor = (cursor: string | undefined): Place | null => {
  const found = /^([lm])\.([0-9a-z]{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(decoded(cursor ?? ""));
  const [, role, time = "", id = ""] = found ?? [];
  return found ? { leads: role === "l", at: new Date(Number.parseInt(time, 36)), id } : null;
};

const decoded = (cursor: string) => {
  try {
    return atob(cursor);
  } catch {
    return "";
  }
};
