import type pg from "pg";
import { readContent } from "@/lib/cli/demo/content";
import { newId } from "@/lib/platform/id";
import { slugify } from "@/lib/platform/text/slug";
import { languages } from "@/lib/search/schema";
import { rowsInto } from "./rows";
import { below, type Language, oneOf, random, ranked, text, title } from "./words";

const PEOPLE = 2000;
const COMMUNITIES = 50;
const UNITS = 60;

export type Place = { id: string; language: Language; members: string[]; tags: string[] };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

const organisation = async (client: pg.Client) => {
  const content = readContent();
  await client.query(`INSERT INTO "Organisation" (id, name) VALUES (1, 'Bench')`);
  const units = Array.from({ length: UNITS }, (_, place) => ({ id: newId(), code: `U${place}`, name: `${oneOf(content.units).name} ${place}`, parentId: null as string | null, updatedAt: new Date() }));
  const unit = rowsInto(client, "Unit");
  for (const [place, one] of units.entries()) await unit.add({ ...one, parentId: place === 0 ? null : (units[Math.floor((place - 1) / 4)]?.id ?? null) });
  await unit.flush();
  const [first, last] = [0, 1].map((part) => [...new Set(content.people.map(({ name }) => name.split(" ").at(part - 1 || 0) ?? name))]);
  const knows = [...new Set(Object.values(content.knows).flatMap((said) => said.knows))];
  const people: string[] = [];
  const user = rowsInto(client, "User");
  for (let number = 0; number < PEOPLE; number++) {
    const [id, name, joined] = [newId(daysAgo(1200)), `${oneOf(first ?? [])} ${oneOf(last ?? [])}`, daysAgo(30 + below(1100))];
    people.push(id);
    await user.add({
      id, name, handle: `${slugify(name)}-${number}`, email: `p${number}@example.org`, position: oneOf(content.people).position, unitId: oneOf(units).id, languages: [oneOf(languages)], category: "STAFF",
      knows: Array.from({ length: below(4) }, () => oneOf(knows)), wants: [], about: "", joinedAt: joined, createdAt: joined, updatedAt: joined, version: 1,
    });
  }
  await user.flush();
  return people;
};

/** An organisation of two thousand people and fifty communities, a fifth of them private, a fifth by request; few are large. */
export const writePeople = async (client: pg.Client): Promise<{ people: string[]; places: Place[] }> => {
  const people = await organisation(client);
  const tags = [...new Set(readContent().places.flatMap((place) => place.tags.map(({ name }) => name)))];
  const [community, membership, tag] = ["Community", "Membership", "Tag"].map((table) => rowsInto(client, table));
  const places: Place[] = [];
  for (let number = 0; number < COMMUNITIES; number++) {
    const language = languages[number % languages.length] ?? "en";
    const entry = (["OPEN", "OPEN", "OPEN", "PRIVATE", "REQUEST"] as const)[(number + Math.floor(number / 5)) % 5] ?? "OPEN";
    const said = () => text(language, 1).body.slice(0, 200);
    const place = { id: newId(daysAgo(1000)), language, members: [...new Set(Array.from({ length: Math.round(8 + 900 / (1 + number / 4)) }, () => oneOf(people)))], tags: tags.slice(0, 10 + below(tags.length - 10)) };
    places.push(place);
    await community?.add({
      id: place.id, slug: `place-${number}${entry === "PRIVATE" ? "-k7m2qx" : ""}`, name: `${title(language).slice(0, 40)} ${number}`, language, domain: said(), inScope: said(), outOfScope: said(), sampleQuestions: [1, 2, 3].map(() => title(language)),
      intendedMembers: said(), norms: "", firstItems: [title(language)], rhythm: "MONTHLY", entry, memberCount: place.members.length, discussionCount: 0, lastActivityAt: daysAgo(1000), version: 1, createdAt: daysAgo(1000), updatedAt: daysAgo(1000),
    });
    await community?.flush();
    for (const [order, userId] of place.members.entries()) await membership?.add({ userId, communityId: place.id, role: order < 2 ? "LEADER" : "MEMBER", interest: random() < 0.5 ? "DO_THIS" : "INTERESTED", joinedAt: daysAgo(below(990)) });
    for (const name of place.tags) await tag?.add({ id: newId(), communityId: place.id, name, uses: 0 });
  }
  for (const rows of [membership, tag]) await rows?.flush();
  return { people, places };
};

/** Where the next discussion is begun: a few communities have most of them. */
export const placeRank = ranked(COMMUNITIES, 3);
