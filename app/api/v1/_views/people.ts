import { z } from "zod";
import type { PersonRow, PersonView } from "@/lib/people/queries";
import type { UnitLine } from "@/lib/people/units/queries";
import type { Me } from "@/lib/platform/actor";
import { addressOf } from "./record";

const UnitShort = z.object({ code: z.string(), name: z.string() }).nullable();

export const MeView = z
  .object({ id: z.uuid(), handle: z.string(), name: z.string(), email: z.string().nullable(), roles: z.array(z.enum(["hr-admin", "administrator"])), unit: UnitShort, languages: z.array(z.string()) })
  .meta({ id: "Me" });
export const showMe = ({ id, handle, name, roles, unit, languages }: Me, email: string | null): z.input<typeof MeView> => ({
  id,
  handle,
  name,
  email,
  roles: roles.map((role) => (role === "HR_ADMIN" ? "hr-admin" : "administrator")),
  unit: unit && { code: unit.code, name: unit.name },
  languages: [...languages],
});

export const PersonListed = z
  .object({ id: z.uuid(), handle: z.string(), name: z.string(), url: z.url(), position: z.string(), unit: UnitShort, languages: z.array(z.string()), knows: z.array(z.string()) })
  .meta({ id: "PersonListed" });
export const showPersonListed = ({ id, handle, name, position, unit, languages, knows }: PersonRow): z.input<typeof PersonListed> => ({
  id, handle, name, position, unit, languages, knows,
  url: addressOf(`/people/${handle}`),
});

export const PersonFull = PersonListed.extend({ about: z.string(), wants: z.array(z.string()), imported: z.boolean() }).meta({ id: "Person" });
export const showPerson = (person: PersonView): z.input<typeof PersonFull> => ({ ...showPersonListed(person), about: person.about, wants: person.wants, imported: person.imported });

export const UnitView = z
  .object({ code: z.string(), name: z.string(), parent: z.string().nullable(), headcount: z.int(), satellite: z.boolean() })
  .meta({ id: "Unit", description: "`headcount` counts the unit with everything under it." });
export const showUnits = (lines: readonly UnitLine[]): z.input<typeof UnitView>[] => {
  const codes = new Map(lines.map((line) => [line.id, line.code]));
  return lines.filter((line) => !line.closedAt).map(({ code, name, parentId, satellite, allStaff, allManagers }) => ({ code, name, satellite, parent: (parentId && codes.get(parentId)) || null, headcount: allStaff + allManagers }));
};
