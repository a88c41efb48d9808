import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { DiscussionView } from "@/lib/discussions/queries";
import type { Permits } from "./acts";
import { useAuthorName } from "./author";
import { Post } from "./post";
import { usePrinting } from "./printing";

type FirstPostProps = { discussion: DiscussionView; href: string; language: string; permits: Permits; /** A form in place of the text. */ instead: ReactNode };

/** What the discussion began with. */
export function FirstPost({ discussion, href, language, permits, instead }: FirstPostProps) {
  const t = useTranslations("discussions");
  const name = useAuthorName()(discussion.author);
  return <Post className="first" printing={usePrinting({ language, href })} post={discussion} permits={permits} label={t("page.articleBy", { kind: t(`kinds.${discussion.kind}`), name })} historyHref={`${href}/history`} instead={instead} />;
}
