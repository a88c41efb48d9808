import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { removeTagAction } from "@/lib/communities/tags/actions";
import type { TagView } from "@/lib/communities/tags/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { communityHref } from "./community-head";
import { TagForms } from "./tag-forms";

type TagRowsProps = { slug: string; tags: readonly TagView[]; /** The one whose forms are open; for leaders. */ editing?: string | undefined; curating: boolean };

/** Words with their uses and synonyms; one at a time can be changed. */
export function TagRows({ slug, tags, editing, curating }: TagRowsProps) {
  const t = useTranslations("communities.tagsPage");
  const format = useFormat();
  return (
    <>
      <ul className="rows tag-rows">
        {tags.map((tag) => (
          <li key={tag.id} id={`t-${tag.id}`}>
            <div className="tag-row">
              <p>
                <a className="tag-name" href={`${communityHref(slug)}?tag=${encodeURIComponent(tag.name)}` as Route}>
                  {tag.name}
                </a>
                {tag.synonyms.length > 0 && <span className="hint tag-syn">{t("synonyms", { names: format.list(tag.synonyms.map(({ name }) => name)) })}</span>}
              </p>
              <span className="quiet num">{t("uses", { count: tag.uses })}</span>
              {curating && editing !== tag.id && (
                <a href={`${communityHref(slug, "tags")}?edit=${tag.id}#t-${tag.id}` as Route} aria-label={t("editTag", { name: tag.name })}>
                  {t("edit")}
                </a>
              )}
            </div>
            {curating && editing === tag.id && <Editing tag={tag} />}
          </li>
        ))}
      </ul>
      <datalist id="all-tags">
        {tags.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}

function Editing({ tag }: { tag: TagView }) {
  const t = useTranslations("communities.tagsPage");
  const remove = (id: string, label: string) => (
    <form key={id} action={removeTagAction}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="bare" small>
        {label}
      </Button>
    </form>
  );
  return (
    <>
      <TagForms id={tag.id} list="all-tags" />
      <div className="acts">
        {tag.synonyms.map(({ id, name }) => remove(id, t("removeSynonym", { name })))}
        {tag.uses === 0 && remove(tag.id, t("remove"))}
      </div>
    </>
  );
}
