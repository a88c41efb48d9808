import { useTranslations } from "next-intl";
import { type Format, useFormat } from "@/lib/platform/i18n/format";
import type { Author } from "@/lib/discussions/queries";
import { useAuthorName } from "./author";

/** What it takes to write a post as text: words, dates, the reader's language, and the address of the discussion's page. */
export type Printing = {
  t: ReturnType<typeof useTranslations<"discussions">>;
  hiding: ReturnType<typeof useTranslations<"moderation.hide">>;
  format: Format;
  authorName: (author: Author) => string;
  language: string;
  href: string;
};

export const usePrinting = (page: Pick<Printing, "language" | "href">): Printing => ({
  ...page,
  t: useTranslations("discussions"),
  hiding: useTranslations("moderation.hide"),
  format: useFormat(),
  authorName: useAuthorName(),
});
