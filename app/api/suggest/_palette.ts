import { getTranslations } from "next-intl/server";
import { shellData } from "@/app/(portal)/shell-data";
import type { Me } from "@/lib/platform/actor";
import { localeNames, locales } from "@/lib/platform/i18n/locale";
import { themes } from "@/lib/platform/theme";
import type { Suggestion } from "@/lib/search/suggest/queries";
import { fits } from "@/lib/search/suggest/rules";

/** A line leads somewhere (`url`), or chooses something of the reader's own (`taste`). */
export type Item = { title: string; where?: string | null; lang?: string } & ({ url: string } | { taste: { name: "theme" | "locale"; value: string } });
export type Group = { label: string; items: Item[] };

/** So many communities at most to write in; who has more says which. */
const PLACES = 6;

/** Where one can go and what one can do from anywhere, as far as the words fit. */
export const paletteGroups = async (me: Me, q: string, found: readonly Suggestion[]): Promise<Group[]> => {
  const [t, shell, data] = await Promise.all([getTranslations("suggest"), getTranslations("shell"), shellData(me)]);
  const fitting = (items: Item[]) => items.filter(({ title }) => fits(title, q));
  const mine = data.communities.map(({ slug, name }) => ({ slug, name, url: `/communities/${slug}` }));
  const suggested = new Set(found.map(({ url }) => url));
  const writing = mine.flatMap(({ name, url }) => [
    { title: t("askIn", { name }), url: `${url}/discussions/new?kind=question` },
    { title: t("startIn", { name }), url: `${url}/discussions/new?kind=discussion` },
  ]);
  return [
    { label: t("mine"), items: fitting(mine.map(({ name: title, url }) => ({ title, url }))).filter((one) => !("url" in one && suggested.has(one.url))).slice(0, PLACES) },
    { label: t("actions"), items: fitting([...(q ? writing : []), { title: t("found"), url: "/communities/new" }]).slice(0, 2 * PLACES) },
    { label: t("places"), items: fitting([...data.places.map(({ key, href }) => ({ title: shell(`places.${key}`), url: href })), { title: shell("settings"), url: "/settings" }]) },
    { label: t("look"), items: q ? fitting(themes.map((value) => ({ title: t(`theme.${value}`), taste: { name: "theme" as const, value } }))) : [] },
    { label: shell("language"), items: q ? locales.filter((value) => fits(`${localeNames[value]} ${shell("language")}`, q)).map((value) => ({ title: localeNames[value], lang: value, taste: { name: "locale" as const, value } })) : [] },
  ];
};
