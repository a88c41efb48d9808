import { ok, refuse } from "@/lib/platform/result";

type Days = { startsOn: Date; endsOn: Date };
const LONGEST = 3 * 366 * 24 * 3600 * 1000;

/** From and to, both days included. `others`: what is already known of this person. Refuses by the field. */
export const beAway = ({ startsOn, endsOn }: Days, others: Days[], today: Date) => {
  if (endsOn < startsOn) return refuse("invalid", { endsOn: ["ends-before-start"] });
  if (endsOn < today) return refuse("invalid", { endsOn: ["over-already"] });
  if (endsOn.getTime() - startsOn.getTime() > LONGEST) return refuse("invalid", { endsOn: ["too-long-away"] });
  const meets = others.some((other) => startsOn <= other.endsOn && other.startsOn <= endsOn);
  return meets ? refuse("invalid", { startsOn: ["away-already"] }) : ok({ startsOn, endsOn });
};

const DAY = 24 * 3600 * 1000;

/** Whether someone is away on a day: what would be asked of them waits until they are back. */
export const isAway = (absences: Days[], day: Date) => absences.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/** The first day on which someone who is away on `day` is back, also where one absence follows on another; null where they are here. */
export const backOn = (absences: Days[], day: Date): Date | null => {
  if (!isAway(absences, day)) return null;
  const next = new Date(day.getTime() + DAY);
  return backOn(absences, next) ?? next;
};

/** The days, as the calendar writes them, on which every one of these people is away; none where there is nobody. */
export const daysAllAway = (people: Days[][], from: Date): ReadonlySet<string> => {
  const [first = [], ...others] = people;
  const days = first.flatMap(({ startsOn, endsOn }) => {
    const begins = Math.max(startsOn.getTime(), from.getTime());
    return Array.from({ length: Math.max(0, Math.round((endsOn.getTime() - begins) / DAY) + 1) }, (_, at) => new Date(begins + at * DAY));
  });
  return new Set(days.filter((day) => others.every((absences) => isAway(absences, day))).map((day) => day.toISOString().slice(0, 10)));
};
