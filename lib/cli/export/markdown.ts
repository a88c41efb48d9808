import type { Author, DiscussionView } from "@/lib/discussions/queries";
import type { ReplyView } from "@/lib/discussions/replies/queries";
import { slugify } from "@/lib/platform/text/slug";

/** By day and title, so that a folder reads like a list; the end of the id keeps two of one name apart. */
export const fileNameOf = ({ id, title, createdAt }: Pick<DiscussionView, "id" | "title" | "createdAt">) =>
  `${[createdAt.toISOString().slice(0, 10), slugify(title), id.slice(-6)].filter(Boolean).join("-")}.md`;

const linked = /\/files\/([0-9a-f-]{36})\/([^\s)"'<>]+)/g;

const nameOf = (said: string) => {
  try {
    return decodeURIComponent(said).replace(/[\\/\0]/g, "_").slice(0, 200);
  } catch {
    return said.replace(/[\\/\0]/g, "_").slice(0, 200);
  }
};

/** The files of the portal that a text shows: their ids, and the names under which they are saved. */
export const filesIn = (body: string) => [...body.matchAll(linked)].map(([, id = "", name = ""]) => ({ id, name: /^\.+$/.test(nameOf(name)) ? "file" : nameOf(name) }));

/** Links to files of the portal lead to the copies beside the texts. */
const relative = (body: string) => body.replace(linked, (address: string) => `..${address}`);
const text = (body: string) => relative(body).trim();

const nameFor = ({ name, handle, imported }: Author) => `${name ?? "former colleague"}${handle && !imported ? ` (@${handle})` : ""}`;
const day = (at: Date) => at.toISOString().slice(0, 16).replace("T", " ");

/** JSON is YAML: nothing that somebody typed can break out of its line. */
const head = (facts: Record<string, unknown>) => `---\n${Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join("")}---\n`;

const said = (reply: ReplyView, level: string) => {
  const marks = [reply.accepted && "accepted answer", reply.thanks > 0 && `${reply.thanks} thanks`].filter(Boolean).join(", ");
  return `\n${level} ${nameFor(reply.author)}, ${day(reply.createdAt)}${marks && `: ${marks}`}\n\n${reply.hiddenReason === null ? text(reply.body) : `*Hidden by an administrator: ${reply.hiddenReason}*`}\n`;
};

/** A discussion as one file: what is known of it, its text, then the replies in the order of their time, each followed by what was said to it. */
export const markdownOf = (one: DiscussionView, replies: ReplyView[]) => {
  const facts = {
    id: one.id, title: one.title, kind: one.kind.toLowerCase().replace("_", "-"), language: one.language, tags: one.tags, author: nameFor(one.author), created: one.createdAt, edited: one.editedAt,
    closed: one.closedAt, accepted: one.acceptedReplyId, thanks: one.thanks, importedVotes: one.importedVotes, source: one.sourceUrl,
  };
  const ids = new Set(replies.map(({ id }) => id));
  const answers = replies.filter(({ parentId }) => !parentId || !ids.has(parentId));
  const thread = answers.map((answer) => said(answer, "##") + replies.filter(({ parentId }) => parentId === answer.id).map((reply) => said(reply, "###")).join(""));
  const first = one.hiddenReason === null ? text(one.body) : `*Hidden by an administrator: ${one.hiddenReason}*`;
  return `${head(facts)}\n# ${one.title.replace(/\s+/g, " ")}\n\n${first}\n${thread.join("")}`;
};
