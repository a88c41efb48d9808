/** Run once when a server starts: the workers that carry events to reactions, and the clocks. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startWork }, { react }, communities, search, topics] = await Promise.all([
    import("./lib/platform/jobs"),
    import("./lib/platform/events"),
    import("./lib/communities/events"),
    import("./lib/search/events"),
    import("./lib/discussions/jobs"),
  ]);
  const features = [communities.reactions, search.reactions];
  const stop = await startWork({ events: ({ id }: { id: string }) => react(features, id) }, { ...topics.clocks });
  process.once("SIGTERM", () => void stop());
};
