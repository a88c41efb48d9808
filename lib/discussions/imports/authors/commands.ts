import "server-only";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { slugify } from "@/lib/platform/text/slug";
import { handlesOf } from "../rules";
import type { ImportedPost } from "../schema";

type Author = { sourceId: string; name: string };

/** A person of the portal for each author that has none: no sign-in, and a handle nobody else has. */
const create = async (tx: Tx, source: string, authors: Author[]) => {
  const wished = authors.map((author) => ({ ...author, id: newId(), handles: handlesOf(slugify(author.name, 28), author.sourceId) }));
  const taken = new Set((await tx.user.findMany({ where: { handle: { in: wished.flatMap(({ handles }) => [...handles]) } }, select: { handle: true } })).map(({ handle }) => handle));
  const people = wished.map(({ id, name, handles, sourceId }) => {
    const handle = handles.find((one) => !taken.has(one)) ?? `${handles[0]}-${id.slice(-8)}`;
    taken.add(handle);
    return { id, name, handle, sourceId };
  });
  await tx.user.createMany({ data: people.map(({ id, name, handle }) => ({ id, name, handle })) });
  await tx.importedAuthor.createMany({ data: people.map(({ id, name, sourceId }) => ({ userId: id, source, sourceId, displayName: name })) });
  await tx.importedRecord.createMany({ data: people.map(({ id, sourceId }) => ({ source, kind: "author", sourceId, recordId: id })) });
  return people;
};

/** A name that has changed at the source, as after a dump without names: unless someone has claimed, renamed or closed that person since. */
const rename = (tx: Tx, source: string, authors: Author[]) =>
  tx.$executeRaw`
    WITH said AS (SELECT * FROM unnest(${authors.map(({ sourceId }) => sourceId)}::text[], ${authors.map(({ name }) => name)}::text[]) s(id, name)),
      renamed AS (UPDATE "User" u SET name = s.name FROM said s JOIN "ImportedAuthor" i ON i.source = ${source} AND i."sourceId" = s.id
        WHERE u.id = i."userId" AND u."joinedAt" IS NULL AND u."closedAt" IS NULL AND u.name = i."displayName" RETURNING u.id)
    UPDATE "ImportedAuthor" i SET "displayName" = s.name FROM said s, renamed u WHERE i.source = ${source} AND i."sourceId" = s.id AND i."userId" = u.id`;

/** What a source calls somebody whose name it does not give. */
const unnamed = (sourceId: string) => `user${sourceId}`;

/**
 * The people of the portal behind the authors of these posts, by their ids at the source; missing ones are made.
 * The record of an author outlives a claim: it then names the person who has claimed.
 */
export const useAuthors = async (tx: Tx, source: string, posts: ImportedPost[]) => {
  const said = new Map(posts.flatMap(({ author: { sourceId, name } }) => (sourceId ? [[sourceId, name] as const] : [])));
  const ids = [...said.keys()];
  if (ids.length === 0) return { people: new Map<string, string | null>(), created: 0 };
  const records = await tx.importedRecord.findMany({ where: { source, kind: "author", sourceId: { in: ids } } });
  const alive = new Set((await tx.user.findMany({ where: { id: { in: records.map(({ recordId }) => recordId) } }, select: { id: true } })).map(({ id }) => id));
  const people = new Map<string, string | null>(records.map(({ sourceId, recordId }) => [sourceId, alive.has(recordId) ? recordId : null]));
  const missing = ids.filter((id) => !people.has(id)).map((sourceId) => ({ sourceId, name: said.get(sourceId) ?? unnamed(sourceId) }));
  for (const { id, sourceId } of missing.length ? await create(tx, source, missing) : []) people.set(sourceId, id);

  const names = await tx.importedAuthor.findMany({ where: { source, sourceId: { in: ids } }, select: { sourceId: true, displayName: true } });
  const changed = names.flatMap(({ sourceId, displayName }) => {
    const name = said.get(sourceId);
    return name && name !== displayName ? [{ sourceId, name }] : [];
  });
  if (changed.length > 0) await rename(tx, source, changed);
  return { people, created: missing.length };
};
