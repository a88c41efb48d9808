/** Letters that carry no separable accent, and yet are read as another one. */
const letters: Record<string, string> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i" };

/** Text as search compares it: lower case, without accents. й and и, ё and е are alike then, as are å, ä and a. */
export const fold = (text: string) => Array.from(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(), (letter) => letters[letter] ?? letter).join("");
