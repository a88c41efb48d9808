import { showUnread } from "./page";

/** Asked for a moment after something happened, each browser at another; again after ten seconds at the earliest. */
const [SOON, SPREAD, PAUSE] = [300, 1500, 10_000];

/** Asks what is unread, when somebody sees it. Returns how to say that it may have changed, or that the page has drawn what it knew. */
export const keepCounts = (ending: AbortSignal) => {
  let [timer, last, due]: [ReturnType<typeof setTimeout> | undefined, number, boolean] = [undefined, -PAUSE, false];
  const ask = async () => {
    [timer, last, due] = [undefined, Date.now(), false];
    const answer = await fetch("/api/live/counts", { signal: ending }).catch(() => null);
    if (answer?.ok) showUnread((await answer.json()) as Record<string, number>);
  };
  const changed = () => {
    due = true;
    if (document.visibilityState === "visible") timer ??= setTimeout(() => void ask(), Math.max(SOON + Math.random() * SPREAD, last + PAUSE - Date.now()));
  };
  document.addEventListener("visibilitychange", () => due && changed(), { signal: ending });
  ending.addEventListener("abort", () => clearTimeout(timer));
  return { changed, redrawn: () => void (last > 0 && changed()) };
};
