import type { ReactNode } from "react";
import { html, type Html, inside } from "@/components/ui/html";
import type { PostView } from "@/lib/discussions/queries";
import type { Permits } from "./acts";
import { body, by, gutter } from "./printed";
import type { Printing } from "./printing";

export type PostProps = {
  printing: Printing;
  post: PostView;
  permits: Permits;
  label: string;
  className?: string;
  historyHref?: string;
  isNew?: boolean | undefined;
  reply?: { accepted: boolean };
  flag?: Html | false;
  /** A form in place of the text: it is being changed. */
  instead?: ReactNode;
  /** What was said under it, and a form that stands below. */
  under?: Html | false;
  below?: ReactNode;
  belowId?: string;
};

/**
 * A post in the text column: monogram in the gutter, who and when, what they wrote, quiet acts, what was said under it. One element with
 * its inside as text, because a page holds many; with a form in it, which has a life of its own, the form stands between such texts.
 */
export function Post({ printing, label, className, flag, instead, under, below, belowId, ...said }: PostProps) {
  const { post } = said;
  const article = { className: className ? `post ${className}` : "post", id: `p-${post.id}`, "aria-label": label };
  if (!instead && !below) return <article {...article} {...inside(html`${flag}${gutter(printing, post)}${body(printing, said)}${under}`)} />;
  return (
    <article {...article}>
      <div className="inlay" {...inside(html`${flag}${gutter(printing, post)}${!instead && body(printing, said)}`)} />
      {instead && (
        <div>
          <div className="inlay" {...inside(by(printing, said))} />
          {instead}
        </div>
      )}
      {under && <div className="inlay" {...inside(under)} />}
      {below && (
        <div className="sub" id={belowId}>
          {below}
        </div>
      )}
    </article>
  );
}
