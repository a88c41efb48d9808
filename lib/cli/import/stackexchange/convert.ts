import { htmlToMarkdown } from "@/lib/platform/text/html-to-markdown";

export type Attributes = Record<string, string>;

export type Post = {
  kind: "question" | "answer";
  sourceId: string;
  /** Of an answer: the question's own id at the source. */
  parentId: string | null;
  acceptedAnswerId: string | null;
  createdAt: Date;
  editedAt: Date | null;
  lastEditorId: string | null;
  lastEditorName: string | null;
  score: number;
  title: string;
  markdown: string;
  tags: string[];
  ownerId: string | null;
  ownerName: string | null;
};
export type Skipped = { kind: "skipped"; sourceId: string; reason: string };

/** What the other kinds of post are, by the numbers of the dump. */
const otherKinds: Record<string, string> = {
  "3": "orphaned tag wiki", "4": "tag wiki excerpt", "5": "tag wiki", "6": "moderator nomination", "7": "wiki placeholder", "8": "privilege wiki",
};

/** The times of a dump are in UTC, without saying so. Null when it is no time. */
export const dateOf = (text: string | undefined) => {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*Z?$/.exec(text ?? "");
  const date = match ? new Date(`${match[1]}Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
};

/** Both forms there are: `<a><b>`, and `|a|b|` in dumps since 2024. */
export const tagsOf = (text = "") => [...new Set((text.match(/[^<>|]+/g) ?? []).map((tag) => tag.trim().toLowerCase()).filter(Boolean))];

const skipped = (sourceId: string, reason: string): Skipped => ({ kind: "skipped", sourceId, reason });

const markdownOf = (html: string, base: string | undefined) => {
  try {
    return htmlToMarkdown(html, { base });
  } catch {
    return null; // nested so deep that no reader would make sense of it
  }
};

/** A row of Posts.xml as what it is to the portal. `base`: the address of the source's site, for relative links. */
export const convertPost = (row: Attributes, base?: string): Post | Skipped => {
  const sourceId = row.Id ?? "";
  const type = row.PostTypeId ?? "";
  if (type !== "1" && type !== "2") return skipped(sourceId, otherKinds[type] ?? (type ? `post of kind ${type}` : "post of no kind"));
  const createdAt = dateOf(row.CreationDate);
  if (!createdAt) return skipped(sourceId, "no date of creation");
  if (type === "2" && !row.ParentId) return skipped(sourceId, "answer without a question");
  const title = type === "1" ? (row.Title ?? "").replace(/\s+/g, " ").trim() : "";
  if (type === "1" && !title) return skipped(sourceId, "question without a title");
  const markdown = markdownOf(row.Body ?? "", base);
  if (markdown === null) return skipped(sourceId, "text cannot be read");
  if (type === "2" && !markdown) return skipped(sourceId, "answer without a text");
  return {
    kind: type === "1" ? "question" : "answer",
    sourceId,
    parentId: type === "2" ? (row.ParentId ?? null) : null,
    acceptedAnswerId: type === "1" ? row.AcceptedAnswerId || null : null,
    createdAt,
    editedAt: dateOf(row.LastEditDate),
    lastEditorId: row.LastEditorUserId || null,
    lastEditorName: row.LastEditorDisplayName || null,
    score: Number.parseInt(row.Score ?? "0", 10) || 0,
    title,
    markdown,
    tags: type === "1" ? tagsOf(row.Tags) : [],
    ownerId: row.OwnerUserId || null,
    ownerName: row.OwnerDisplayName || null,
  };
};
