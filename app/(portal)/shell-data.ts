import type { Route } from "next";
import type { Place, ShellData } from "@/components/shell/data";
import { getShell } from "@/lib/discussions/readings/queries";
import { type Me, managesPeople } from "@/lib/platform/actor";

const places: Place[] = [
  { key: "home", href: "/" as Route, icon: "home", bar: true },
  { key: "communities", href: "/communities" as Route, icon: "communities", bar: true, gap: true },
  { key: "people", href: "/people" as Route, icon: "people", bar: true },
  { key: "search", href: "/search" as Route, icon: "search" },
  { key: "bookmarks", href: "/bookmarks" as Route, icon: "bookmark" },
];
const administration: Place = { key: "admin", href: "/admin" as Route, icon: "admin", gap: true };

/** What the shell shows of this person: only places that exist, and that they may enter. */
export const shellData = async (me: Me): Promise<ShellData> => {
  const { places: communities, notifications } = await getShell(me);
  return { person: { name: me.name, unit: me.unit?.name ?? null, handle: me.handle }, communities, places: managesPeople(me) ? [...places, administration] : places, notifications, asOf: me.asOf };
};
