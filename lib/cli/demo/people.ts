import type { StaffCategory } from "@/lib/generated/prisma/enums";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { hashPassword } from "@/lib/platform/password";
import { indexPeople } from "@/lib/search/events";
import { chance, type Clock } from "./clock.ts";
import type { Content, Person } from "./content.ts";

export const demoPassword = "stepwell-demo";
/** When the portal began to be used, in days: nobody has an account that is older. */
const portalAge = 1110;

const category = (said: "staff" | "manager") => said.toUpperCase() as StaffCategory;
const joinedDaysAgo = ({ handle, starts_on_days_ago }: Person) => Math.min(starts_on_days_ago, portalAge + 60 * chance("joined", handle));

const keyed = <T, V>(all: T[], key: (one: T) => string, value: (one: T) => V) => {
  const map = new Map(all.map((one) => [key(one), value(one)]));
  return (name: string) => {
    const found = map.get(name);
    if (found === undefined) throw new Error(`the demo knows no "${name}"`);
    return found;
  };
};

/** Who leads a unit: the one in it, or below it, to whom everyone else there reports; failing that, the one above them all. */
const headOf = (code: string, { units, people }: Content) => {
  const below = (unit: string): string[] => [unit, ...units.filter((one) => one.parent_code === unit).flatMap((one) => below(one.code))];
  const here = people.filter((person) => below(code).includes(person.unit));
  const mails = new Set(here.map((person) => person.email));
  const tops = here.filter((person) => !mails.has(person.manager_email));
  const [only] = tops;
  return tops.length === 1 && only?.category === "manager" ? only.email : only?.manager_email;
};

/** Units, people and what is known of them. Returns the id of a person by handle. */
export const writePeople = async (tx: Tx, content: Content, clock: Clock) => {
  const { units, people, organisation, knows } = content;
  const unit = keyed(units, ({ code }) => code, () => newId());
  const id = keyed(people, ({ handle }) => handle, (person) => newId(clock.daysAgo(joinedDaysAgo(person))));
  const byMail = keyed(people, ({ email }) => email, ({ handle }) => id(handle));
  const opened = clock.daysAgo(portalAge + 60);

  await tx.organisation.create({ data: { name: organisation.name, locale: organisation.locale, timeZone: organisation.timeZone, demo: true, createdAt: opened } });
  await tx.unit.createMany({
    data: units.map(({ code, name, parent_code, satellite }) => ({
      id: unit(code), code, name, parentId: parent_code ? unit(parent_code) : null, satellite: satellite === "yes", createdAt: opened, updatedAt: opened,
    })),
  });
  const passwordHash = await hashPassword(demoPassword);
  await tx.user.createMany({
    data: people.map((person) => {
      const { handle, name, email, languages } = person;
      const joined = clock.daysAgo(joinedDaysAgo(person));
      const said = knows[handle] ?? { knows: [], wants: [], about: "" };
      return {
        id: id(handle), handle, name, email, languages, ...said, passwordHash, position: person.position, unitId: unit(person.unit), category: category(person.category),
        managerId: person.manager_email ? byMail(person.manager_email) : null, joinedAt: joined, createdAt: joined, updatedAt: joined,
      };
    }),
  });
  for (const { code } of units) {
    const head = headOf(code, content);
    const lessonManager = organisation.lessonManagers[code];
    await tx.unit.update({
      where: { id: unit(code) },
      data: { headId: head ? byMail(head) : null, lessonManagerId: lessonManager ? id(lessonManager) : null, updatedAt: opened },
    });
  }
  const began = keyed(people, ({ handle }) => handle, ({ starts_on_days_ago }) => starts_on_days_ago);
  await tx.position.createMany({
    data: [
      ...organisation.earlier.map(({ handle, startedDaysAgo, ...was }) => ({
        userId: id(handle), unitId: unit(was.unit), title: was.title, category: category(was.category), startsOn: clock.day(startedDaysAgo), endsOn: clock.day(began(handle) + 1),
      })),
      ...people.map((person) => ({
        userId: id(person.handle), unitId: unit(person.unit), title: person.position, category: category(person.category), startsOn: clock.day(person.starts_on_days_ago),
      })),
    ],
  });
  await tx.absence.createMany({ data: organisation.absences.map(({ handle, from, to }) => ({ userId: id(handle), startsOn: clock.day(-from), endsOn: clock.day(-to), createdAt: clock.daysAgo(Math.max(1, -from + 9)) })) });
  await tx.roleGrant.createMany({
    data: Object.entries(organisation.roles).flatMap(([role, all]) => all.map((handle) => ({ userId: id(handle), role: role as "ADMINISTRATOR" | "HR_ADMIN", at: opened }))),
  });
  await indexPeople(tx, people.map(({ handle }) => id(handle)));
  return id;
};
