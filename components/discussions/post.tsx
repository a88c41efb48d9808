import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Monogram } from "@/components/ui/monogram";
import { Time } from "@/components/ui/time";
import type { PostView } from "@/lib/discussions/queries";
import { AuthorName, useAuthorName } from "./author";

/** Who, from where, when, and whether it was changed since. */
export function By({ post, historyHref, isNew }: { post: PostView; historyHref?: string; isNew?: boolean | undefined }) {
  const t = useTranslations("discussions");
  return (
    <p className="by">
      <AuthorName author={post.author} />
      <a href={`#p-${post.id}`}>
        <Time at={post.createdAt} />
      </a>
      {isNew && <span className="fresh">{t("post.new")}</span>}
      {post.editedAt && (historyHref ? <a href={historyHref}>{t("post.edited")}</a> : <span>{t("post.edited")}</span>)}
      {post.importedVotes !== null && <span>{t("page.votes", { count: post.importedVotes })}</span>}
      {post.sourceUrl && (
        <a href={post.sourceUrl} rel="nofollow ugc noopener">
          {t("page.source")}
        </a>
      )}
    </p>
  );
}

/** The text as it was rendered when it was written; a hidden one only says why. */
export function Prose({ post, language }: { post: Pick<PostView, "html" | "language" | "hiddenReason">; language: string }) {
  const t = useTranslations("discussions.post");
  if (post.hiddenReason !== null) return <p className="gone">{t("hidden", { reason: post.hiddenReason })}</p>;
  return <div className="prose" lang={post.language === language ? undefined : post.language} dangerouslySetInnerHTML={{ __html: post.html }} />;
}

type PostProps = {
  post: PostView;
  language: string;
  label: string;
  className?: string;
  historyHref?: string;
  isNew?: boolean | undefined;
  flag?: ReactNode;
  /** A form in place of the text: it is being changed. */
  instead?: ReactNode;
  children?: ReactNode;
  under?: ReactNode;
};

/** A post in the text column: monogram in the gutter, who and when, what they wrote, quiet acts (`children`), what was said under it. */
export function Post({ post, language, label, className, historyHref, isNew, flag, instead, children, under }: PostProps) {
  const name = useAuthorName()(post.author);
  return (
    <article className={className ? `post ${className}` : "post"} id={`p-${post.id}`} aria-label={label}>
      {flag}
      <Monogram name={name} />
      <div>
        <By post={post} isNew={isNew} {...(historyHref && { historyHref })} />
        {instead ?? (
          <>
            <Prose post={post} language={language} />
            {children && <div className="pacts">{children}</div>}
          </>
        )}
      </div>
      {under}
    </article>
  );
}

/** A reply that is gone keeps its place when others hang on it. */
export function Tombstone({ id, under }: { id: string; under?: ReactNode }) {
  const t = useTranslations("discussions.post");
  return (
    <article className="post" id={`p-${id}`}>
      <p className="gone">{t("deleted")}</p>
      {under}
    </article>
  );
}
