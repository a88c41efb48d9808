/** Run once when a server starts: the workers that carry events to reactions, and the clocks. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const [{ startWork }, { react }, communities, people, search, topics, attachments] = await Promise.all([
      import("./lib/platform/jobs"),
      import("./lib/platform/events"),
      import("./lib/communities/events"),
      import("./lib/people/events"),
      import("./lib/search/events"),
      import("./lib/discussions/jobs"),
      import("./lib/attachments/jobs"),
    ]);
    const features = [communities.reactions, people.reactions, search.reactions];
    const stop = await startWork({ events: ({ id }: { id: string }) => react(features, id), image: attachments.remakePicture }, { ...topics.clocks });
    process.once("SIGTERM", () => void stop());
  }
};
