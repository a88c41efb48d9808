/** What somebody is asked to do, in the order in which it weighs: others cannot go on without it, or it is a courtesy. */
export const asks = ["consent", "offer", "request", "mention", "report", "invitation", "flag", "summary"] as const;
export type Ask = (typeof asks)[number];
export type AskedOf = { ask: Ask; at: Date };

/** Shown at most; the rest comes up as these are answered. */
export const ASKED = 6;

/** What weighs most first; of one kind who has waited longest. */
export const inWeight = <A extends AskedOf>(asked: readonly A[]) => [...asked].sort((a, b) => asks.indexOf(a.ask) - asks.indexOf(b.ask) || a.at.getTime() - b.at.getTime());

const DAY = 86_400_000;

/** Whole days from today to a day: 0 today, negative when it is over. Both are midnights in UTC. */
export const daysTo = (day: Date, today: Date) => Math.round((day.getTime() - today.getTime()) / DAY);
export const isLate = (due: { occasion: string; on: Date }, today: Date) => due.occasion === "needed-by" && daysTo(due.on, today) < 0;

/** What the title of the page says: the most pressing there is. */
export type Headline = { says: "waits" | "late" | "both" | "could" | "news" | "calm"; asked: number; late: number; could: number; unread: number };
export const headline = (counts: Omit<Headline, "says">): Headline => {
  const { asked, late, could, unread } = counts;
  if (asked > 0) return { ...counts, says: late > 0 ? "both" : "waits" };
  if (late > 0) return { ...counts, says: "late" };
  return { ...counts, says: could > 0 ? "could" : unread > 0 ? "news" : "calm" };
};

/** Shorter ones stand in everything. */
const TELLING = 4;

/** What people say they know, as tags may say it: the whole phrase with hyphens, and each telling word of it. */
export const asTags = (knows: readonly string[]) => [
  ...new Set(knows.flatMap((phrase) => {
    const plain = phrase.trim().toLowerCase();
    return [plain.replace(/\s+/g, "-"), ...plain.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word.length >= TELLING)];
  })),
].filter(Boolean).slice(0, 100);

/** Which of a question's tags its reader knows about. */
export const known = (tags: readonly string[], knows: readonly string[]) => tags.filter((tag) => asTags(knows).includes(tag));

type Newest = { slug: string; unseen: boolean; at: Date };

/** Rows of several places, by place: the place with something new first, then by the latest word; at most so many in all. */
export const byPlace = <R extends Newest>(rows: readonly R[], most: number) => {
  const wanted = rows.some(({ unseen }) => unseen) ? rows.filter(({ unseen }) => unseen) : rows;
  const places = new Map<string, R[]>();
  for (const row of [...wanted].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most)) places.set(row.slug, [...(places.get(row.slug) ?? []), row]);
  return [...places.values()];
};

type Profile = { knows: readonly string[]; wants: readonly string[]; about: string; position: string };
export const gaps = ["knows", "wants", "about", "position"] as const;
/** What colleagues would look for and do not find yet. */
export const missingIn = (profile: Profile) => gaps.filter((gap) => profile[gap].length === 0);
