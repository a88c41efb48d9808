/** Small letters without accents, for comparing labels. */
const plain = (text: string) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{Mn}/gu, "");

/** Whether every word of `said` begins a word of `label`; nothing said fits all. */
export const fits = (label: string, said: string) => {
  const words = plain(label).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (plain(said).match(/[\p{L}\p{N}]+/gu) ?? []).every((begun) => words.some((word) => word.startsWith(begun)));
};
