import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { getAttachment } from "@/lib/attachments/queries";
import { type CommunityView, getCommunity } from "@/lib/communities/queries";
import { type DiscussionView, getDiscussions, listDiscussions } from "@/lib/discussions/queries";
import { listRepliesInOrder, type ReplyView } from "@/lib/discussions/replies/queries";
import { system } from "@/lib/platform/actors";
import { isUuid } from "@/lib/platform/cursor";
import { files } from "@/lib/platform/files/files";
import { csvLine } from "@/lib/platform/text/csv";
import { say, step } from "../progress.ts";
import { Trouble } from "../trouble.ts";
import { fileNameOf, filesIn, markdownOf } from "./markdown.ts";

const usage = "npm run export -- discussions DIR --community SLUG";
const atOnce = 100;

const said = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({ args, options: { community: { type: "string" } }, allowPositionals: true });
    const [dir, more] = positionals;
    if (!dir || more !== undefined || !values.community) throw new Trouble(usage);
    return { folder: path.resolve(process.env.INIT_CWD ?? ".", dir), slug: values.community };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(`${(error as Error).message}\n${usage}`);
  }
};

const target = (folder: string) => {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Trouble(`${folder} is not empty: name a new folder, so that nothing is written over.`);
  try {
    for (const part of ["discussions", "files"]) mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Trouble(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): name another folder.`);
  }
};

async function* discussionsOf({ id }: CommunityView): AsyncGenerator<DiscussionView> {
  for (let after: string | undefined, more = true; more; ) {
    const { items, next } = await listDiscussions(system, { communityId: id, actorId: system.id, pins: false, sort: "newest", limit: atOnce, after });
    yield* await getDiscussions(system, items.map((one) => one.id));
    [after, more] = [next ?? undefined, next !== null];
  }
}

const repliesTo = async (discussionId: string) => {
  const all: ReplyView[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const { items, next } = await listRepliesInOrder(system, { discussionId, after, limit: atOnce });
    all.push(...items);
    [after, more] = [next ?? undefined, next !== null];
  }
  return all;
};

/** The files that the texts show, beside them under the names they came with. */
const saveFiles = async (folder: string, bodies: string[]) => {
  let saved = 0;
  for (const { id, name } of bodies.flatMap(filesIn)) {
    const kept = isUuid(id) ? await getAttachment(system, id) : null;
    const content = kept && (await files().get(kept.storageKey));
    if (!content) continue;
    mkdirSync(path.join(folder, "files", id), { recursive: true, mode: 0o700 });
    await pipeline(content.stream, createWriteStream(path.join(folder, "files", id, name), { mode: 0o600 }));
    saved += 1;
  }
  return saved;
};

const columns = ["id", "kind", "title", "language", "tags", "author", "created_at", "last_activity_at", "replies", "accepted", "thanks", "file"];

/** `npm run export -- discussions DIR --community SLUG`: a file a discussion, a table of them all, and the community's charter. */
export const run = async (args: string[]) => {
  const { folder, slug } = said(args);
  const community = await getCommunity(system, slug);
  if (!community) throw new Trouble(`There is no community ${slug}.`);
  target(folder);
  const { name, domain, inScope, outOfScope, sampleQuestions, intendedMembers, norms, firstItems, rhythm, entry, language, createdAt, archivedAt } = community;
  writeFileSync(path.join(folder, "community.json"), `${JSON.stringify({ slug, name, language, domain, inScope, outOfScope, sampleQuestions, intendedMembers, norms, firstItems, rhythm, entry, createdAt, archivedAt }, null, 2)}\n`, { mode: 0o600 });
  const table = createWriteStream(path.join(folder, "discussions.csv"), { mode: 0o600 });
  table.write(csvLine(columns));
  const counts = { discussions: 0, replies: 0, files: 0 };
  await step(`Writing the discussions of ${name}`, async (note) => {
    for await (const one of discussionsOf(community)) {
      const replies = await repliesTo(one.id);
      const file = fileNameOf(one);
      writeFileSync(path.join(folder, "discussions", file), markdownOf(one, replies), { mode: 0o600 });
      table.write(csvLine([one.id, one.kind.toLowerCase().replace("_", "-"), one.title, one.language, one.tags.join(";"), one.author.handle ?? one.author.name, one.createdAt, one.lastActivityAt, replies.length, one.acceptedReplyId ? "yes" : "no", one.thanks, `discussions/${file}`]));
      counts.discussions += 1;
      counts.replies += replies.length;
      counts.files += await saveFiles(folder, [one.body, ...replies.map(({ body }) => body)]);
      note(`${counts.discussions} of ${community.discussionCount}`);
    }
  });
  await new Promise((resolve) => table.end(resolve));
  say(`${counts.discussions} discussions, ${counts.replies} replies and ${counts.files} files are in ${folder}.`);
};
