import type { ReactNode } from "react";
import { html, inside } from "@/components/ui/html";
import { icon } from "@/components/ui/printed";
import type { DiscussionView } from "@/lib/discussions/queries";
import type { Answer, ReplyView } from "@/lib/discussions/replies/queries";
import type { Permits } from "./acts";
import { Post } from "./post";
import { under as said } from "./printed";
import { type Printing, usePrinting } from "./printing";

type AnswersProps = {
  discussion: DiscussionView;
  answers: readonly Answer[];
  href: string;
  language: string;
  permits: (reply: ReplyView) => Permits;
  /** What was said since the reader was here. */
  fresh: ReadonlySet<string>;
  /** The form that stands under one of them: to answer it, or in place of its text to change it. */
  writing: { to: string | undefined; edits: string | undefined; form: ReactNode };
};

export function Answers({ discussion, answers, href, language, permits, fresh, writing }: AnswersProps) {
  const printing = usePrinting({ language, href });
  const { t, authorName } = printing;
  return answers.map((answer) => {
    const { id, accepted, replies } = answer;
    const changed = replies.find((one) => one.id === writing.edits);
    const below = writing.to === id || changed || replies.some((one) => one.id === writing.to) ? writing.form : null;
    const under = said(printing, replies, { permits, fresh, without: changed?.id });
    if (answer.deleted) return <Tombstone key={id} id={id} gone={t("post.deleted")} under={under} below={below} belowId={changed && `p-${changed.id}`} />;
    return (
      <Post
        key={id}
        printing={printing}
        post={answer}
        permits={permits(answer)}
        reply={{ accepted }}
        label={t(discussion.kind === "QUESTION" ? "page.answerBy" : "page.replyBy", { name: authorName(answer.author) })}
        {...(accepted && { className: "accepted", flag: flag(printing, discussion) })}
        historyHref={`${href}/history?reply=${id}`}
        isNew={fresh.has(id)}
        {...(writing.edits === id && { instead: writing.form })}
        under={under}
        below={below}
        {...(changed && { belowId: `p-${changed.id}` })}
      />
    );
  });
}

/** A reply that is gone keeps its place when others hang on it. */
function Tombstone({ id, gone, under, below, belowId }: { id: string; gone: string; under: ReturnType<typeof said>; below: ReactNode; belowId: string | undefined }) {
  return (
    <article className="post" id={`p-${id}`}>
      <div className="inlay" {...inside(html`<p class="gone">${gone}</p>${under}`)} />
      {below && (
        <div className="sub" id={belowId}>
          {below}
        </div>
      )}
    </article>
  );
}

const flag = ({ t, format }: Printing, { acceptedBy, acceptedAt }: DiscussionView) =>
  html`<p class="flag">${icon("check")}${t("page.acceptedAnswer")}${acceptedBy && acceptedAt && html`<span>${t("page.acceptedBy", { name: acceptedBy, when: format.ago(acceptedAt) })}</span>`}</p>`;
