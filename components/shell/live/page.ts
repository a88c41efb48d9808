import type { Heard } from "./stream";

/** What the page at this address shows: a discussion, or the list of a community. */
export const pageOf = (path: string) => {
  const [, slug, discussion] = /^\/communities\/([^/]+)(?:\/discussions\/([0-9a-f-]{36}))?$/.exec(path) ?? [];
  return { slug, discussion, community: slug && !discussion ? document.querySelector<HTMLElement>("#main [data-community]")?.dataset.community : undefined };
};

const belongs = (slug: string) => document.querySelector(`.yours a[href="/communities/${CSS.escape(slug)}"]`) !== null;

/** What the server has to be asked for: what is shown of a place that its reader does not belong to. */
export const watchedOn = (path: string) => {
  const { slug, discussion, community } = pageOf(path);
  const shown = discussion ?? community;
  return slug && shown && !belongs(slug) ? [shown] : [];
};

export const onPage = (post: string) => document.getElementById(`p-${post}`);

/** Figures of ours beside which the page has since put its own. */
const tidy = (button: Element) => {
  if (button.querySelectorAll("b").length > 1) button.querySelector("b[data-live]")?.remove();
};
export const tidyFigures = () => document.querySelectorAll("#main .pacts :has(> b[data-live])").forEach(tidy);

/** Sets the figure after a word. What the page itself has drawn is never taken away, only emptied: it may draw it again. */
const setFigure = (button: HTMLElement, count: number) => {
  if (button.tagName === "SPAN") button.hidden = count === 0;
  const figure = button.querySelector("b") ?? document.createElement("b");
  if (!figure.isConnected && count === 0) return;
  if (!figure.isConnected) {
    figure.dataset.live = "";
    button.append(figure);
  }
  figure.textContent = count > 0 ? String(count) : "";
};

/** The counts of a post's reactions, where they stand. */
export const showReactions = ({ post = "", thanks = 0, inspired = 0, sameHere = 0 }: Heard) => {
  const under = onPage(post);
  for (const [name, count] of [["thanks", thanks], ["inspired", inspired], ["same-here", sameHere]] as const)
    for (const button of under?.querySelectorAll<HTMLElement>(`.pacts [data-act="${name}"]`) ?? []) if (button.closest("[id^=p-]") === under) setFigure(button, count);
};

/** The counts beside the communities, and of what is new for this person. */
export const showUnread = (counts: Record<string, number>) => {
  for (const mark of document.querySelectorAll<HTMLElement>("[data-unread]")) {
    const count = counts[mark.dataset.unread ?? ""] ?? 0;
    mark.hidden = count === 0;
    if (mark.lastChild) mark.lastChild.textContent = count > 99 ? "99+" : String(count);
  }
};
