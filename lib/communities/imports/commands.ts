import "server-only";
import { command } from "@/lib/platform/access";
import { ok } from "@/lib/platform/result";
import { freeSlug } from "../commands";
import { toRhythm } from "../rules";
import { mayOpenForImport } from "./policy";
import { OpenCommunity } from "./schema";

/** An open community without members: the first who join find it full, and lead it when they are asked to. */
export const openCommunity = command({
  event: "community.founded",
  input: OpenCommunity,
  find: async () => ({}),
  allow: mayOpenForImport,
  run: async (tx, _none, { slug: wished, rhythm, ...said }) => {
    const slug = await freeSlug(tx, { name: said.name, wished, isPrivate: false });
    if (!slug.ok) return slug;
    const { id } = await tx.community.create({ data: { ...said, slug: slug.value, rhythm: toRhythm(rhythm), entry: "OPEN" }, select: { id: true } });
    return ok({ id, slug: slug.value });
  },
  tells: ({ id }) => ({ communityId: id }),
});
