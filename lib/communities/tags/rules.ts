import { ok, refuse } from "@/lib/platform/result";

type Word = { id: string; mergedIntoId: string | null };

/** Only a word that stands by itself is curated; a synonym is first set free. */
export const curate = (tag: Word) => (tag.mergedIntoId ? refuse("is-synonym") : ok({}));

/** Merging into a synonym is merging into the word that it stands for; a word cannot become a synonym of itself. */
export const merge = (tag: Word, into: Word | null) => {
  if (tag.mergedIntoId) return refuse("is-synonym");
  if (!into) return refuse("invalid", { into: ["no-such-tag"] });
  const target = into.mergedIntoId ?? into.id;
  return target === tag.id ? refuse("invalid", { into: ["same-tag"] }) : ok({ target });
};
