/** Run once when a server starts: whose word counts on where a request comes from, the workers that carry events to reactions, the clocks, and how it all ends. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const [{ startWork }, { react }, { distrustForwarded }, { endAfter }, sweep, communities, people, search, files, discussions, topics, attachments, drafts] = await Promise.all([
      import("./lib/platform/jobs"),
      import("./lib/platform/events"),
      import("./lib/platform/forwarded"),
      import("./lib/platform/ending"),
      import("./lib/platform/sweep"),
      import("./lib/communities/events"),
      import("./lib/people/events"),
      import("./lib/search/events"),
      import("./lib/attachments/events"),
      import("./lib/discussions/events"),
      import("./lib/discussions/jobs"),
      import("./lib/attachments/jobs"),
      import("./lib/drafts/jobs"),
    ]);
    distrustForwarded();
    const features = [communities.reactions, people.reactions, search.reactions, files.reactions, discussions.reactions];
    const clocks = { ...sweep.clocks, ...topics.clocks, ...attachments.clocks, ...drafts.clocks };
    endAfter(await startWork({ events: ({ id }: { id: string }) => react(features, id), image: attachments.remakePicture }, clocks));
  }
};
