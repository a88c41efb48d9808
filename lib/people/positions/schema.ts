import { z } from "zod";
import { Category, Day, orNothing, PersonSaid, text, Version } from "../schema";

/** Where someone works, as HR says it. `startsOn`: from when; today unless it says otherwise. */
export const place = {
  unit: orNothing(z.string().trim().toUpperCase().max(60, "too-long")),
  position: text(120).default(""),
  category: Category.default("staff"),
  manager: orNothing(PersonSaid),
  startsOn: orNothing(Day),
};
export const PlacePerson = z.strictObject({ id: z.uuid(), version: Version, ...place });
