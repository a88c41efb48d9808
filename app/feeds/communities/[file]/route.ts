import { slugOf } from "@/lib/feeds/addresses/rules";
import { getCommunityFeed } from "@/lib/feeds/queries";
import { subscription } from "@/lib/platform/subscription";
import { writeAtom } from "@/lib/platform/text/atom";

/** What is begun and answered in a community, for a feed reader. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = subscription<{ file: string }>(async (reader, { file }) => {
  const slug = slugOf(file, ".atom");
  const feed = slug === null ? null : await getCommunityFeed(reader, slug);
  return feed && { body: writeAtom(feed), type: "application/atom+xml; charset=utf-8", changedAt: feed.updated };
});
