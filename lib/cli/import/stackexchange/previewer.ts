import { previewImport } from "@/lib/discussions/imports/queries";
import { outcome } from "@/lib/discussions/imports/rules";
import type { ImportedPost } from "@/lib/discussions/imports/schema";
import { system } from "@/lib/platform/actors";
import type { Options } from "./options.ts";
import type { Tally } from "./tally.ts";
import type { Standing } from "./writer.ts";

/** Looks what would come of each batch, and writes nothing. */
export const previewer = ({ source, community, site }: Options, communityId: string, tally: Tally) => {
  const coming = new Set<string>();
  const take = async (posts: ImportedPost[], _from: Standing, { phase }: Standing) => {
    const plans = await previewImport(system, { source, community, site: site && new URL(site).host, posts }, communityId, coming);
    for (const { does, post } of plans) if (does === "create" && post.kind === "question") coming.add(post.sourceId);
    tally.take({ ...outcome(plans), accepted: 0, authors: 0 }, phase);
  };
  return { take, finish: async () => undefined };
};
