import { handlesFor } from "@/lib/people/rules";
import type { ImportedPost } from "./schema";

/** What stands in the portal of a post that was taken before. */
export type Standing = {
  id: string;
  discussionId: string;
  communityId: string;
  title: string;
  body: string;
  language: string;
  tags: string[];
  votes: number | null;
  sourceUrl: string | null;
  anonymous: boolean;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  version: number;
};
/** Where an answer goes. */
export type Parent = { id: string; language: string };
export type Known = {
  /** Records by their id at the source; null where the record is gone from the portal. */
  taken: Map<string, Standing | null>;
  parents: Map<string, Parent | "deleted">;
  curated: Map<string, string>;
  links: Map<string, string>;
};
type Ready = { post: ImportedPost; body: string; tags: string[] };
export type Plan = Ready &
  ({ does: "create"; parent?: Parent } | { does: "update"; before: Standing; text: boolean; revises: boolean } | { does: "nothing"; before: Standing } | { does: "leave" | "fail"; why: string });

/** A text with its lines changed one by one, those of code blocks by another rule: by lines, so that no text takes longer than it is long. */
const byLines = (body: string, prose: (line: string) => string, code: (line: string) => string) => {
  let fence = "";
  const change = (line: string) => {
    const mark = line.trim();
    if (fence) {
      if (mark.startsWith(fence) && /^`+$/.test(mark)) fence = "";
      return code(line);
    }
    fence = /^(`{3,})[^`]*$/.exec(mark)?.[1] ?? "";
    return fence ? code(line) : prose(line);
  };
  return body.split("\n").map(change).join("\n");
};

const inlineCode = /`[^`]*`/g;
/** The words of a text without its code: what its language can be told by. */
export const wordsOf = (body: string) => byLines(body, (line) => line.replace(inlineCode, " "), () => "");

const link = /`[^`]*`|(?<!\\)\]\((https?:\/\/[^\s()]+)\)/g;

/** The post at the same site that an address names: `/questions/1/title`, `/q/1`, `/a/2`, `/questions/1/title/2#2`. */
const named = (address: string, site: string) => {
  if (!URL.canParse(address)) return null;
  const { host, pathname, hash } = new URL(address);
  if (host !== site) return null;
  const [, question, under] = /^\/(?:questions|q)\/(\d+)(?:\/[^/]*\/(\d+))?/.exec(pathname) ?? [];
  const answer = /^\/a\/(\d+)/.exec(pathname)?.[1] ?? (question && (/^#(\d+)$/.exec(hash)?.[1] ?? under));
  return answer || question ? [answer, question].filter((id): id is string => Boolean(id)) : null;
};

/** The text with its links to posts that are in the portal leading there; code, and every other link, stays as it is. */
export const relink = (body: string, site: string | null, links: Map<string, string>) => {
  if (!site || !body.includes(site)) return body;
  const lead = (whole: string, address: string | undefined) => {
    const found = address && named(address, site)?.map((id) => links.get(id)).find(Boolean);
    return found ? `](${found})` : whole;
  };
  return byLines(body, (line) => line.replace(link, lead), (line) => line);
};

/** Which posts of the same site a text links to: their ids at the source, the more exact first. */
export const linkedIds = (body: string, site: string) => {
  const ids: string[] = [];
  const note = (whole: string, address: string | undefined) => {
    ids.push(...((address && named(address, site)) || []));
    return whole;
  };
  byLines(body, (line) => line.replace(link, note), (line) => line);
  return ids;
};

const same = (one: string[], other: string[]) => one.length === other.length && one.every((word, at) => word === other[at]);

const judgeKnown = (ready: Ready, before: Standing): Plan => {
  const { post, body, tags } = ready;
  if (before.deletedAt) return { ...ready, does: "leave", why: "deleted in the portal" };
  const differs = before.title !== post.title || before.body !== body || !same(before.tags, tags);
  const editedHere = before.editedAt !== null && (post.editedAt === null || before.editedAt > post.editedAt);
  const named = before.anonymous && Boolean(post.author.sourceId ?? post.author.name);
  const revises = post.editedAt !== null && (before.editedAt === null || post.editedAt > before.editedAt);
  if (differs && !editedHere) return { ...ready, does: "update", before, text: true, revises };
  if (before.votes !== post.votes || before.sourceUrl !== post.sourceUrl || revises || named) return { ...ready, does: "update", before, text: false, revises: false };
  return differs ? { ...ready, does: "leave", why: "edited in the portal since" } : { ...ready, does: "nothing", before };
};

/**
 * What to do with each post of a batch. A newer text of the source takes the place of the old one, which stays in the history;
 * a text that was edited or deleted in the portal since stays as it is there.
 */
export const plan = (posts: ImportedPost[], { taken, parents, curated, links }: Known, site: string | null, now: Date): Plan[] =>
  posts.map((post) => {
    const tags = [...new Set(post.tags.map((tag) => curated.get(tag) ?? tag))];
    const ready = { post, body: relink(post.body, site, links), tags };
    const before = taken.get(post.sourceId);
    if (before) return judgeKnown(ready, before);
    if (before === null) return { ...ready, does: "leave", why: "deleted in the portal" };
    if (post.createdAt > now) return { ...ready, does: "fail", why: "its date lies in the future" };
    if (post.kind === "question") return { ...ready, does: "create" };
    const parent = parents.get(post.parentId ?? "");
    if (parent === "deleted") return { ...ready, does: "leave", why: "its question was deleted in the portal" };
    return parent ? { ...ready, does: "create", parent } : { ...ready, does: "fail", why: `its question ${post.parentId} was not imported` };
  });

/** The handles to try for the author of imported texts: the name, then the name with the id at the source, which nobody else has. */
export const handlesOf = (stem: string, sourceId: string) => {
  const [plain = "person"] = handlesFor(stem.slice(0, 28));
  return [plain, `${plain}-${sourceId.replace(/[^a-z0-9]/gi, "").toLowerCase() || "x"}`] as const;
};

const none = () => ({ created: 0, updated: 0, same: 0 });

/** What comes of a batch, counted: what a report adds up. */
export const outcome = (plans: Plan[]) => {
  const counts = { question: none(), answer: none(), left: {} as Record<string, number>, failed: [] as { line: number; id: string; why: string }[] };
  for (const one of plans) {
    const of = counts[one.post.kind];
    if (one.does === "create") of.created += 1;
    else if (one.does === "update") of.updated += 1;
    else if (one.does === "nothing") of.same += 1;
    else if (one.does === "leave") counts.left[one.why] = (counts.left[one.why] ?? 0) + 1;
    else counts.failed.push({ line: one.post.line, id: one.post.sourceId, why: one.why });
  }
  return counts;
};
export type Outcome = ReturnType<typeof outcome> & { accepted: number; authors: number };
