/** What is known of someone that a community may fit. */
export type Newcomer = { knows: readonly string[]; wants: readonly string[]; position: string; unit: string | null; languages: readonly string[] };
export type Candidate = { id: string; name: string; domain: string; inScope: string; tags: readonly string[]; language: string; memberCount: number; colleagues: number; lastActivityAt: Date };
/** Why a community fits: the word it was found by, or who is there already. */
export type Reason = { why: "knows" | "wants" | "position"; word: string } | { why: "colleagues"; count: number } | { why: "language" } | { why: "lively" };
export type Fit<C> = C & { reasons: Reason[]; score: number };

const SUGGESTED = 3;
const weights = { knows: 4, wants: 4, position: 2, colleagues: 1, language: 1 };
const COLLEAGUES_COUNTED = 3;
const TELLING = 4;

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= TELLING);
/** Letters that two words begin with alike. */
const beginning = (one: string, other: string) => {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
};
/** Forms of one word have most of it in common, from its beginning: photograph and photographs, not back and backup. */
const alike = (one: string, other: string) => beginning(one, other) >= Math.max(TELLING, 0.7 * Math.max(one.length, other.length));

/** Words that stand in every position and every charter: they find nothing. */
const common = ["library", "libraries", "librarian", "biblioteca", "bibliotecaria", "bibliotek", "bibliotekarie", "biblioteka", "bibliotekarz", "bibliotekarka", "библиотека", "библиотекарь", "with", "from", "para", "head", "work", "people", "language", "idioma", "lengua", "språk", "język", "язык"].map(fold);

/** The first of these phrases that a text speaks of, in any form of one of its words. */
const spokenOf = (phrases: readonly string[], said: readonly string[]) => phrases.find((phrase) => words(phrase).some((word) => !common.some((other) => alike(word, other)) && said.some((other) => alike(word, other))));

/** How well one community fits someone, and why, what tells most first. A word counts once, as what it says most. */
export const fit = <C extends Candidate>(person: Newcomer, community: C): Fit<C> => {
  const said = [...new Set([community.name, community.domain, community.inScope, ...community.tags].flatMap(words))];
  const reasons: Reason[] = [];
  let score = 0;
  for (const why of ["knows", "wants", "position"] as const) {
    const word = spokenOf(why === "position" ? [person.position] : person[why], said);
    if (word) [score] = [score + weights[why], reasons.push({ why, word })];
  }
  if (community.colleagues > 0) [score] = [score + weights.colleagues * Math.min(community.colleagues, COLLEAGUES_COUNTED), reasons.push({ why: "colleagues", count: community.colleagues })];
  if (person.languages.includes(community.language)) [score] = [score + weights.language, reasons.push({ why: "language" })];
  return { ...community, score, reasons: reasons.length > 0 ? reasons.slice(0, 2) : [{ why: "lively" }] };
};

/** The three that fit best; among equals the larger, then the livelier. */
export const threeThatFit = <C extends Candidate>(person: Newcomer, candidates: readonly C[]) =>
  candidates
    .map((community) => fit(person, community))
    .sort((a, b) => b.score - a.score || b.memberCount - a.memberCount || b.lastActivityAt.getTime() - a.lastActivityAt.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, SUGGESTED);
