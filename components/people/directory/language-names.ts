import { useLocale } from "next-intl";

/** The names of languages as the reader says them; a code nobody has a name for stays a code. */
export const useLanguageName = () => {
  const names = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  return (code: string) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
};
