/** Run once when a server starts: whose word counts on where a request comes from, the workers that carry events to reactions and letters to people, the clocks, and how it all ends. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  (await import("./lib/platform/forwarded")).distrustForwarded();
  (await import("./lib/platform/live/raw")).keepResponses();
  const { startWork } = await import("./lib/platform/jobs");
  const { react } = await import("./lib/platform/events");
  const { system } = await import("./lib/platform/actors");

  const { reactions: people } = await import("./lib/people/events");
  const { reactions: communities } = await import("./lib/communities/events");
  const { reactions: search } = await import("./lib/search/events");
  const { reactions: attachments } = await import("./lib/attachments/events");
  const letters = { ...(await import("./lib/communities/letters/events")).letters, ...(await import("./lib/discussions/letters/events")).letters };
  const { postNotices } = await import("./lib/notifications/mails/commands");
  const { deliverMail, mailClocks } = await import("./lib/notifications/mails/jobs");
  const { tellAll } = await import("./lib/platform/notices");
  const notices = { ...(await import("./lib/communities/notices/events")).notices, ...(await import("./lib/discussions/notices/events")).notices };
  const { announceNotices } = await import("./lib/notifications/announcements/events");
  const { getReturn, listDaysAllAway } = await import("./lib/people/absences/queries");
  const back = (userId: string, now: Date) => getReturn(system, userId, now);
  const { reactions: returning } = await import("./lib/notifications/events");
  const features = [people, communities, search, attachments, returning, tellAll(notices, back, postNotices), announceNotices(Object.keys(notices))];

  const { runClocks } = await import("./lib/platform/clocks");
  const { clockKinds: requests } = await import("./lib/communities/requests/jobs");
  const { clocks: sweeping } = await import("./lib/platform/sweep");
  const { clocks: topics, clockKinds: help } = await import("./lib/discussions/jobs");
  const { clocks: files, remakePicture } = await import("./lib/attachments/jobs");
  const { clocks: index } = await import("./lib/search/jobs");
  const { clocks: near } = await import("./lib/search/near/jobs");
  const { clocks: drafts } = await import("./lib/drafts/jobs");
  const { clocks: old } = await import("./lib/notifications/jobs");

  const work = {
    events: ({ id }: { id: string }) => react(features, id),
    letter: deliverMail(letters),
    image: remakePicture,
  };
  const due = runClocks({ ...requests, ...help }, (userIds, from) => listDaysAllAway(system, userIds, from));
  const stop = await startWork(work, { ...due, ...mailClocks(back), ...sweeping, ...topics, ...files, ...index, ...near, ...drafts, ...old });
  const { closeStreams } = await import("./lib/platform/live/stream");
  (await import("./lib/platform/ending")).endAfter(() => Promise.all([closeStreams(), stop()]));
};
