import { listUnits } from "@/lib/people/units/queries";
import { except, json, rest } from "@/lib/platform/rest";
import { showUnits } from "../_views/people";

/** All at once: an organisation has tens of units, not thousands. */
export const GET = rest(async ({ actor }) => json({ items: showUnits(await listUnits(actor)), next: null }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
