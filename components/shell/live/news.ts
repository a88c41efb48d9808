import { onPage, pageOf, showReactions } from "./page";
import type { Heard } from "./stream";

/** What the page does not show yet: replies by id, discussions of a list, or that something else has changed. */
export type News = { replies: string[]; rows: string[]; changed: "accepted" | "closed" | "reopened" | "changed" | null };

const none: News = { replies: [], rows: [], changed: null };
const words: Record<string, News["changed"]> = { "answer.accepted": "accepted", "discussion.closed": "closed", "discussion.reopened": "reopened" };
/** Milliseconds after a form was sent, in which what changes is what its sender did, and is drawn anyway. */
const OWN = 5000;
/** When it is looked again whether a reply has come with the page: once what was sent is no longer of that time. */
const DRAWN = OWN + 100;

/** What is new on the page that is open now; one of them, since there is one page. */
const make = () => {
  let [now, sent] = [none, 0];
  const heeding = new Set<() => void>();
  const set = (next: News) => {
    now = next;
    heeding.forEach((heed) => heed());
  };
  const add = (list: string[], id: string) => (list.includes(id) ? list : [...list, id]);
  const sentLately = () => Date.now() - sent < OWN;
  const hear = ({ kind, discussion, community, post, ...more }: Heard) => {
    const page = pageOf(location.pathname);
    if (kind === "reset") return set({ ...now, changed: "changed" });
    if (!discussion || !post) return;
    if (discussion === page.discussion) {
      if (kind === "post.reacted") return showReactions({ kind, post, ...more });
      if (kind === "reply.posted" && onPage(post)) return;
      if (kind === "reply.posted" && sentLately()) return void setTimeout(hear, DRAWN, { kind, discussion, community, post }); // one's own is drawn in a moment
      if (kind === "reply.posted") return set({ ...now, replies: add(now.replies, post) });
      if (!sentLately()) set({ ...now, changed: words[kind] ?? "changed" });
    } else if (community === page.community && kind !== "post.reacted" && !sentLately()) set({ ...now, rows: add(now.rows, discussion) });
  };
  return {
    hear,
    /** Only what could not be drawn when the page was on its way. */
    hearAgain: (heard: Heard) => {
      if (heard.kind === "reply.posted" && (heard.discussion === pageOf(location.pathname).discussion || !document.querySelector(`#main a[href$="${heard.discussion}"]`))) hear(heard);
    },
    sent: () => void (sent = Date.now()),
    /** What the page shows by now is no news. */
    drawn: () => {
      const replies = now.replies.filter((id) => !onPage(id));
      if (replies.length < now.replies.length) set({ ...now, replies });
    },
    forget: (whole: boolean) => set(whole ? none : { ...none, replies: now.replies }),
    get: () => now,
    none: () => none,
    heed: (heed: () => void) => {
      heeding.add(heed);
      return () => void heeding.delete(heed);
    },
  };
};

export const news = make();
