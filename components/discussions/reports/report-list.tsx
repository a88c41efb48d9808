import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import type { ReportView } from "@/lib/discussions/reports/queries";
import { postHref } from "@/lib/discussions/rules";
import { useFormat } from "@/lib/platform/i18n/format";
import { useAuthorName } from "../author";
import { ResolveForm } from "./resolve-form";

/** What waits for the leaders: the post and where it stands, who reported it and why, and a word on what was done. */
export function ReportList({ slug, list }: { slug: string; list: readonly ReportView[] }) {
  return (
    <ol className="rows">
      {list.map((report) => (
        <Report key={report.id} slug={slug} report={report} />
      ))}
    </ol>
  );
}

function Report({ slug, report }: { slug: string; report: ReportView }) {
  const t = useTranslations("moderation.reports");
  const [format, locale, name] = [useFormat(), useLocale(), useAuthorName()];
  const hidden = useTranslations("discussions.page")("hiddenTitle");
  const { id, discussionId, replyId, title, author, language, said, reason, reporter, createdAt } = report;
  const heading = t("post", { author: name(author), title: title || hidden });
  return (
    <li className="reported">
      <h3 className="row-t">{said === null ? heading : <a href={postHref(slug, discussionId, replyId ?? discussionId) as Route}>{heading}</a>}</h3>
      {said === null ? (
        <p className="hint">{t("gone")}</p>
      ) : (
        <blockquote className="said" lang={language === locale ? undefined : language}>
          {said}
        </blockquote>
      )}
      <p className="row-m">{t("by", { name: reporter?.name ?? t("former"), when: format.ago(createdAt) })}</p>
      <p>{reason}</p>
      <ResolveForm id={id} />
    </li>
  );
}
