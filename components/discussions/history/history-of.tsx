import { useTranslations } from "next-intl";
import type { Author } from "@/lib/discussions/queries";
import { useAuthorName } from "../author";

/** Whose text this is the history of. */
export function HistoryOf({ author, reply }: { author: Author; reply: boolean }) {
  const t = useTranslations("moderation.history");
  return t(reply ? "deckReply" : "deckFirst", { name: useAuthorName()(author) });
}
