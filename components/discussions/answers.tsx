import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Monogram } from "@/components/ui/monogram";
import { useFormat } from "@/lib/platform/i18n/format";
import type { DiscussionView } from "@/lib/discussions/queries";
import type { Answer, ReplyView } from "@/lib/discussions/replies/queries";
import { Acts, type Permits } from "./acts";
import { useAuthorName } from "./author";
import { By, Post, Prose, Tombstone } from "./post";

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
  const t = useTranslations("discussions.page");
  const authorName = useAuthorName();
  const acts = (reply: ReplyView) => <Acts post={reply} at={{ discussionId: discussion.id, replyId: reply.id }} href={href} permits={{ ...permits(reply), ...(reply.parentId && { accept: false }) }} accepted={reply.accepted} />;
  const history = (reply: ReplyView) => `${href}/history?reply=${reply.id}`;
  const under = (answer: Answer) => {
    const form = writing.to === answer.id || answer.replies.some((one) => one.id === writing.to) ? writing.form : null;
    if (answer.replies.length === 0 && !form) return null;
    return (
      <ol className="sub">
        {answer.replies.map((reply) => (
          <li key={reply.id} id={`p-${reply.id}`}>
            <Monogram name={authorName(reply.author)} small />
            <div>
              {writing.edits === reply.id ? (
                writing.form
              ) : (
                <>
                  <By post={reply} historyHref={history(reply)} isNew={fresh.has(reply.id)} />
                  <Prose post={reply} language={language} />
                  <div className="pacts">{acts(reply)}</div>
                </>
              )}
            </div>
          </li>
        ))}
        {form && <li>{form}</li>}
      </ol>
    );
  };
  return answers.map((answer) =>
    answer.deleted ? (
      <Tombstone key={answer.id} id={answer.id} under={under(answer)} />
    ) : (
      <Post
        key={answer.id}
        post={answer}
        language={language}
        label={t(discussion.kind === "QUESTION" ? "answerBy" : "replyBy", { name: authorName(answer.author) })}
        {...(answer.accepted && { className: "accepted", flag: <AcceptedFlag discussion={discussion} /> })}
        historyHref={history(answer)}
        isNew={fresh.has(answer.id)}
        {...(writing.edits === answer.id && { instead: writing.form })}
        under={under(answer)}
      >
        {acts(answer)}
      </Post>
    ),
  );
}

function AcceptedFlag({ discussion: { acceptedBy, acceptedAt } }: { discussion: DiscussionView }) {
  const t = useTranslations("discussions.page");
  const format = useFormat();
  return (
    <p className="flag">
      <Icon name="check" />
      {t("acceptedAnswer")}
      {acceptedBy && acceptedAt && <span>{t("acceptedBy", { name: acceptedBy, when: format.ago(acceptedAt) })}</span>}
    </p>
  );
}
