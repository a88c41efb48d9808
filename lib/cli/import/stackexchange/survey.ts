import { detectLanguage, type TextLanguage } from "@/lib/platform/text/language";
import { type Attributes } from "./convert";
import { rows } from "./parse";

const samples = 60;
const mostTitle = 200;

const plain = (html: string) => html.replace(/<pre[\s\S]*?<\/pre>/g, " ").replace(/<[^>]*>/g, " ");
const votesOf = (row: Attributes) => Number(row.Score ?? 0) || 0;

const spoken = (texts: string[]): TextLanguage => {
  const votes = new Map<TextLanguage, number>();
  for (const language of texts.map((text) => detectLanguage(text))) if (language) votes.set(language, (votes.get(language) ?? 0) + 1);
  return [...votes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "en";
};

/** The names of the people who wrote something: of millions of readers nothing is kept. */
const namesOf = async (users: string | null, owners: Set<string>) => {
  const names = new Map<string, string>();
  if (!users) return names;
  for await (const { attributes } of rows(users)) {
    const { Id = "", DisplayName = "" } = attributes ?? {};
    const name = DisplayName.trim().slice(0, mostTitle);
    if (name && owners.has(Id)) names.set(Id, name);
  }
  return names;
};

/**
 * Reads a dump through once before anything is written: so that a damaged file is found out while nothing has happened,
 * the names are at hand, and it is known how much there is to do.
 */
export const survey = async ({ posts, users }: { posts: string; users: string | null }, tick: () => void) => {
  const owners = new Set<string>();
  const texts: string[] = [];
  let best: Attributes[] = [];
  const counts = { rows: 0, questions: 0, answers: 0, accepted: 0 };
  for await (const { attributes } of rows(posts)) {
    counts.rows += 1;
    tick();
    if (!attributes) continue;
    const { PostTypeId, OwnerUserId, AcceptedAnswerId, Body = "", Title = "" } = attributes;
    if (PostTypeId !== "1" && PostTypeId !== "2") continue;
    if (OwnerUserId) owners.add(OwnerUserId);
    if (PostTypeId === "2") counts.answers += 1;
    else {
      counts.questions += 1;
      if (AcceptedAnswerId) counts.accepted += 1;
      if (texts.length < samples) texts.push(`${Title}. ${plain(Body.slice(0, 4000))}`);
      if (Title && Title.length <= mostTitle) best = [...best, { Title, Score: attributes.Score ?? "0" }].sort((a, b) => votesOf(b) - votesOf(a)).slice(0, 3);
    }
  }
  return { ...counts, language: spoken(texts), titles: best.map(({ Title = "" }) => Title), names: await namesOf(users, owners) };
};
export type Survey = Awaited<ReturnType<typeof survey>>;
