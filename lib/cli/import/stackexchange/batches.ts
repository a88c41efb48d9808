import type { ImportedPost } from "@/lib/discussions/imports/schema";
import { type Attributes, convertPost } from "./convert";
import { type Place, rows } from "./parse";
import type { Phase } from "./phases.ts";
import type { Tally } from "./tally.ts";

export type Site = { address: string | null; names: Map<string, string> };

const size = 200;

/** What a batch holds: so many posts and all that was read between them, up to a place from where to go on. */
export type Batch = { posts: ImportedPost[]; place: Place; rows: number };

/** Ids below one are the site's own processes: a name, but nobody. */
const isPerson = (id: string | null) => id !== null && !id.startsWith("-");

/** The part of a dump's row that this phase is about, or null. The broken rows and other kinds are noted by the first phase. */
const postOf = (attributes: Attributes, line: number, phase: Phase, { address, names }: Site, tally: Tally): ImportedPost | null => {
  const type = attributes.PostTypeId;
  const other = type !== "1" && type !== "2";
  if (other ? phase !== "questions" : phase !== "links" && (type === "1") !== (phase === "questions")) return null;
  const post = convertPost(attributes, address ?? undefined);
  if (post.kind === "skipped") {
    if (other && type) tally.skip(post.reason);
    else if (phase !== "links") tally.fail(line, post.sourceId, post.reason);
    return null;
  }
  const { kind, sourceId, parentId, createdAt, editedAt, title, tags, ownerId, ownerName } = post;
  const name = (ownerId && names.get(ownerId)) || ownerName;
  return {
    kind, sourceId, parentId, line, createdAt, editedAt, title, tags,
    acceptedId: post.acceptedAnswerId,
    votes: post.score,
    body: post.markdown,
    author: { sourceId: isPerson(ownerId) ? ownerId : null, name: name?.slice(0, 200) ?? null },
    sourceUrl: address && `${address}/${kind === "question" ? "questions" : "a"}/${sourceId}`,
  };
};

/** The posts of one phase, two hundred at a time, from a place on. */
export async function* batches(file: string, phase: Phase, site: Site, { from, tally }: { from: Place | null; tally: Tally }): AsyncGenerator<Batch> {
  let batch: Omit<Batch, "place"> = { posts: [], rows: 0 };
  let last: Place | null = null;
  for await (const { attributes, problem, ...place } of rows(file, { from: from ?? undefined })) {
    last = place;
    batch.rows += 1;
    if (problem !== undefined && phase === "questions") tally.fail(place.line, "", problem);
    const post = attributes && postOf(attributes, place.line, phase, site, tally);
    if (post && (phase !== "links" || (site.address && post.body.includes(new URL(site.address).host)))) batch.posts.push(post);
    if (batch.posts.length < size) continue;
    yield { ...batch, place };
    batch = { posts: [], rows: 0 };
  }
  if (last && batch.rows > 0) yield { ...batch, place: last };
}
