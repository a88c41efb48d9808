import { fold } from "./fold";

/** Russian and its neighbours in Latin letters, in the simple way that addresses use. */
const cyrillic: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p",
  р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
  і: "i", ї: "yi", є: "ye", ґ: "g", ў: "u",
};

/**
 * A name as a part of an address: lower-case Latin letters, digits and single hyphens, at most `longest` characters.
 * Empty where nothing of it can be written so (an emoji, another script): the caller has to find something else.
 */
export const slugify = (name: string, longest = 60) => {
  const latin = Array.from(name.normalize("NFC").toLowerCase(), (letter) => cyrillic[letter] ?? letter).join("");
  const slug = fold(latin).replace(/['’`]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "");
  if (slug.length <= longest) return slug.replace(/-+$/, "");
  const cut = slug.slice(0, longest + 1).lastIndexOf("-");
  return slug.slice(0, cut > longest / 2 ? cut : longest).replace(/-+$/, "");
};
