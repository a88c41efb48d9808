import { openCommunity } from "@/lib/communities/imports/commands";
import { NAME_LIMIT } from "@/lib/communities/rules";
import { NOBODY } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { messagesIn } from "@/lib/platform/i18n/messages";
import { system } from "@/lib/platform/actors";
import { indexCommunities } from "@/lib/search/events";
import { Trouble } from "../../trouble.ts";
import type { Options } from "./options.ts";
import type { Survey } from "./survey.ts";

/** `music-meta` as a name: until someone finds a better one. */
const named = (slug: string) => {
  const words = slug.replaceAll("-", " ");
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, NAME_LIMIT);
};

/** A charter that says what there is to say of an imported community: where it comes from, and its three best questions. */
const charterOf = async ({ community, source, site }: Options, { language, titles }: Survey) => {
  const { items, ...texts } = (await messagesIn(language)).imports.charter;
  const name = named(community);
  const from = site ? new URL(source).host : name;
  return {
    ...texts, slug: community, name, language, rhythm: "monthly", sampleQuestions: titles,
    domain: texts.domain.replace("{source}", from),
    firstItems: [items.first, items.second, items.third],
  };
};

/** The id of the community the import goes into; with `--create` it is founded where there is none. */
export const communityFor = async (options: Options, found: Survey) => {
  const there = await db.community.findUnique({ where: { slug: options.community }, select: { id: true, archivedAt: true } });
  if (there?.archivedAt) throw new Trouble(`The community ${options.community} is archived: it has to be opened again first.`);
  if (there) return there.id;
  if (!options.create) throw new Trouble(`There is no community ${options.community}: choose another with --community, or add --create.`);
  if (options.dryRun) return NOBODY;
  const opened = await openCommunity(system, await charterOf(options, found));
  if (!opened.ok) throw new Trouble(`The community ${options.community} cannot be founded: its address must be of small letters, figures and hyphens, not end like that of a private one, and be free.`);
  await db.$transaction((tx) => indexCommunities(tx, [opened.value.id]));
  return opened.value.id;
};
