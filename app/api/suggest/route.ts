import { getTranslations } from "next-intl/server";
import { json, rest } from "@/lib/platform/rest";
import { type Suggestion, suggest } from "@/lib/search/suggest/queries";
import { SuggestAddress } from "@/lib/search/suggest/schema";
import { type Group, paletteGroups } from "./_palette";

const groupNames = { community: "communities", person: "people", tag: "tags", discussion: "discussions" } as const satisfies Record<Suggestion["kind"], string>;
const kinds = ["community", "person", "tag", "discussion"] as const;

/** What is suggested while somebody types, in groups, each with its name in the reader's language, so that no page ships the words. */
export const GET = rest(
  async ({ actor, query }) => {
    const { q, palette } = SuggestAddress.parse(query);
    const [t, found] = await Promise.all([getTranslations("suggest"), suggest(actor, q)]);
    const suggested = kinds.map((kind): Group => ({
      label: t(groupNames[kind]),
      items: found.filter((one) => one.kind === kind).map(({ title, where, url, language }) => ({ title, where, url, ...(language && { lang: language }) })),
    }));
    const groups = [...suggested, ...(palette ? await paletteGroups(actor, q, found) : [])].filter(({ items }) => items.length > 0);
    const count = groups.reduce((sum, { items }) => sum + items.length, 0);
    return json({ groups, said: t("count", { count }), ...(palette && { words: { title: t("palette"), hint: t("paletteHint"), close: t("close") } }) });
  },
  { quick: "completion" },
);
