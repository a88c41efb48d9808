import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { Author } from "@/lib/discussions/queries";

/** The name that stands beside a text: of someone who has left only that they were a colleague. */
export const useAuthorName = () => {
  const t = useTranslations("discussions.post");
  return ({ handle, name, imported }: Author) => name ?? (handle && !imported ? t("former") : t("unknown"));
};

export const personHref = (handle: string) => `/people/${encodeURIComponent(handle)}` as Route;

/** Name, unit, and that it came from elsewhere; the name leads to the person where there is one. */
export function AuthorName({ author }: { author: Author }) {
  const t = useTranslations("discussions.post");
  const name = useAuthorName()(author);
  return (
    <>
      <b>{author.handle && author.name ? <a href={personHref(author.handle)}>{name}</a> : name}</b>
      {author.unit && <span>{author.unit}</span>}
      {author.imported && <span>{t("imported")}</span>}
    </>
  );
}
