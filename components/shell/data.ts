import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";
import type { Messages } from "@/lib/platform/i18n/messages";

export type Place = {
  key: keyof Messages["shell"]["places"];
  href: Route;
  icon: IconName;
  /** Stands in the bar of phones; four have room beside "More". */
  bar?: boolean;
  /** Begins a group: set off from the place before by distance. */
  gap?: boolean;
};

export type ShellData = {
  person: { name: string; unit: string | null; handle: string };
  communities: { id: string; slug: string; name: string; unread: number }[];
  places: Place[];
  /** How many are new; null where there are none to be had. */
  notifications: number | null;
  /** Where live events go on from this page. */
  asOf: string;
};
