import { type Topic, topics } from "../channels/rules";

/** What somebody can leave from a mail: a kind, a conversation, the digests. */
export type Leaving = { what: "topic"; topic: Topic } | { what: "thread"; threadId: string } | { what: "digest" };

/** What its token says: whose mail it was, and what they may leave by it. */
export const toWords = (userId: string, leaving: Leaving) => [userId, leaving.what, leaving.what === "topic" ? leaving.topic : leaving.what === "thread" ? leaving.threadId : "all"].join(" ");

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const fromWords = (words: string): { userId: string; leaving: Leaving } | null => {
  const [userId = "", what, which = ""] = words.split(" ");
  if (!uuid.test(userId)) return null;
  if (what === "digest") return { userId, leaving: { what } };
  if (what === "thread" && uuid.test(which)) return { userId, leaving: { what, threadId: which } };
  return what === "topic" && topics.includes(which as Topic) ? { userId, leaving: { what, topic: which as Topic } } : null;
};
