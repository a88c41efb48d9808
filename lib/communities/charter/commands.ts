import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { freeSlug, type Held, holdCommunity } from "../commands";
import { mayLead } from "../policy";
import { fromEntry, fromRhythm, toEntry, toRhythm } from "../rules";
import { CommunitySlug } from "../schema";
import { changedFields, changeEntry } from "./rules";
import { ChangeCommunity } from "./schema";

const fields = {
  version: true, name: true, domain: true, inScope: true, outOfScope: true, sampleQuestions: true, intendedMembers: true, norms: true, firstItems: true,
  rhythm: true, entry: true, language: true, createdAt: true,
} as const;

const findCharter = async (tx: Tx, { slug }: { slug: string }, actor: Actor) => {
  const place = await holdCommunity(tx, slug, actor);
  if (!place) return null;
  const { createdAt, rhythm, entry, ...texts } = await tx.community.findUniqueOrThrow({ where: { id: place.id }, select: fields });
  return { ...place, createdAt, charter: { ...texts, rhythm: fromRhythm(rhythm), entry: fromEntry(entry) } };
};

/** Whether anything was written since the door was last set, an edit or a reaction included. */
const writtenSince = async (tx: Tx, place: Held & { createdAt: Date }) => {
  const set = await tx.event.findFirst({
    where: { subjectId: place.id, name: "community.changed", payload: { path: ["entry", "to"], string_starts_with: "" } },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const since = set?.at ?? place.createdAt;
  const one = await tx.discussion.findFirst({
    where: { communityId: place.id, OR: [{ updatedAt: { gt: since } }, { lastActivityAt: { gt: since } }, { createdAt: { gt: since } }] },
    select: { id: true },
  });
  return one !== null;
};

/** Shutting the door to private: a new address that cannot be guessed, and nobody left waiting outside it. */
const shut = async (tx: Tx, place: Held, name: string, actor: Actor) => {
  await tx.membershipRequest.updateMany({
    where: { communityId: place.id, answeredAt: null },
    data: { answeredAt: new Date(), accepted: false, answeredById: actor.id },
  });
  return freeSlug(tx, { name, isPrivate: true });
};

export const changeCommunity = command({
  event: "community.changed",
  input: ChangeCommunity,
  find: findCharter,
  allow: mayLead,
  versioned: ({ charter }) => ({ version: charter.version, current: charter }),
  run: async (tx, place, { slug: _address, version: _seen, narrows, ...said }, actor) => {
    const changed = changedFields(place.charter, said);
    const to = said.entry ? toEntry(said.entry) : place.entry;
    const entry = changeEntry(place.entry, to, { writtenSince: to !== place.entry && (await writtenSince(tx, place)) });
    if (!entry.ok) return entry;
    const shuts = to === "PRIVATE" && place.entry !== "PRIVATE";
    const slug = shuts ? await shut(tx, place, said.name ?? place.name, actor) : ok(place.slug);
    if (!slug.ok) return slug;
    const { rhythm, entry: _entry, ...texts } = said;
    const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
    await tx.community.update({
      where: { id: place.id },
      data: { ...given, ...(rhythm && { rhythm: toRhythm(rhythm) }), entry: to, slug: slug.value, version: { increment: 1 } },
    });
    if (narrows) await tx.topicFlag.updateMany({ where: { communityId: place.id, resolvedAt: null }, data: { resolvedAt: new Date() } });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `charter:${place.slug}` } });
    return ok({ id: place.id, slug: slug.value, version: place.charter.version + 1, changed });
  },
  tells: ({ id, changed }, place, { entry }) => ({
    communityId: id,
    payload: { fields: changed, ...(entry && toEntry(entry) !== place.entry && { entry: { from: fromEntry(place.entry), to: entry } }) },
  }),
});

const find = (tx: Tx, { slug }: { slug: string }, actor: Actor) => holdCommunity(tx, slug, actor);

/** Everything stays readable where it was; nobody writes, joins or asks any more. */
export const archiveCommunity = command({
  event: "community.archived",
  input: CommunitySlug,
  find,
  allow: mayLead,
  run: async (tx, place, _input, actor) => {
    if (place.archivedAt) return refuse("archived");
    await tx.community.update({ where: { id: place.id }, data: { archivedAt: new Date(), archivedById: actor.id } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});

export const reopenCommunity = command({
  event: "community.reopened",
  input: CommunitySlug,
  find,
  allow: mayLead,
  run: async (tx, place) => {
    if (!place.archivedAt) return refuse("not-archived");
    await tx.community.update({ where: { id: place.id }, data: { archivedAt: null, archivedById: null } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});
