import { useLocale } from "next-intl";
import type { OnePost } from "@/lib/discussions/hiding/queries";
import { Time } from "@/components/ui/time";
import { AuthorName } from "../author";

/** The post a page is about, as it stands. */
export function PostQuote({ post }: { post: Pick<OnePost, "author" | "createdAt" | "html" | "language"> }) {
  const locale = useLocale();
  return (
    <blockquote className="quoted">
      <p className="by">
        <AuthorName author={post.author} />
        <Time at={post.createdAt} />
      </p>
      <div className="prose" lang={post.language === locale ? undefined : post.language} dangerouslySetInnerHTML={{ __html: post.html }} />
    </blockquote>
  );
}
