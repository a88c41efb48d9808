/** What the server says to a browser; the names are those of `Fact` and of announcements to one person. */
export type Heard = { kind: string; id?: string; community?: string; discussion?: string; post?: string; thanks?: number; inspired?: number; sameHere?: number; accepted?: string | null; closed?: boolean };

type Said = { at?: string; heard?: Heard; watches?: string[]; from?: string; who?: true; gone?: true };
/** Something that was heard, with its place in the order of things. */
type Late = { at: string; heard: Heard; time: number };

const NAME = "stepwell-live";
const LONGEST = 300_000;
/** What was heard lately is told again to a page that came up meanwhile; it knows what it shows already. */
const LATELY = 100;

/** Milliseconds in which a page may have been on its way while something was heard. */
const CROSSED = 3000;

const isAfter = (a: string, b: string) => {
  const [[x = 0, i = 0], [y = 0, j = 0]] = [a, b].map((one) => one.split("-").map(Number)) as [number[], number[]];
  return x > y || (x === y && i > j);
};
const random = () => Math.random().toString(36).slice(2);

/**
 * Follows what happens, on one connection for all pages that are open in this browser: the page that holds the lock has the
 * stream, and tells the others. `after`: where this page stands; `watching`: what it shows of places its reader does not
 * belong to. Where a browser has no locks, every page that is seen has a stream of its own. Returns what ends it.
 */
export const follow = (after: string, watching: () => string[], hear: (heard: Heard) => void) => {
  const [me, ending, lately, others] = [random(), new AbortController(), [] as Late[], new Map<string, string[]>()];
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
  let [at, open, asked, pause, timer] = [after, undefined as EventSource | undefined, "", 1000, 0 as ReturnType<typeof setTimeout> | 0];
  const tell = (said: Said) => channel?.postMessage({ ...said, from: me });

  const wanted = () => [...new Set([...watching(), ...[...others.values()].flat()])].sort().join(",");
  const shut = () => {
    open?.close();
    open = undefined;
    if (timer) clearTimeout(timer);
    timer = 0;
  };
  const note = (place: string, heard: Heard) => {
    if (heard.kind !== "reset" && (!isAfter(place, after) || lately.some((one) => one.at === place))) return; // this page has it already
    if (lately.push({ at: place, heard, time: Date.now() }) > LATELY) lately.shift();
    hear(heard);
  };
  const take = (id: string, heard?: Heard) => {
    if (id) at = id;
    pause = 1000;
    if (heard) note(at, heard);
    tell({ at, ...(heard && { heard }) });
  };
  const start = () => {
    shut();
    asked = wanted();
    const mine = (open = new EventSource(`/api/live?${new URLSearchParams({ after: at, ...(asked && { watch: asked }) })}`));
    mine.onmessage = ({ lastEventId, data }: MessageEvent<string>) => take(lastEventId, JSON.parse(data) as Heard);
    mine.addEventListener("at", ({ lastEventId }) => take(lastEventId));
    mine.addEventListener("reset", ({ lastEventId }) => take(lastEventId, { kind: "reset" }));
    mine.onerror = () => {
      if (mine.readyState !== EventSource.CLOSED || open !== mine) return; // else the browser itself tries again
      shut();
      timer = setTimeout(start, pause + Math.random() * 1000);
      pause = Math.min(pause * 2, LONGEST);
    };
  };
  /** A page came up that shows something nobody had asked for yet. */
  const widen = () => {
    const more = wanted();
    if (open && more.split(",").some((one) => !asked.split(",").includes(one))) start();
  };

  let leads = false;
  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      start();
      tell({ who: true });
      ending.signal.addEventListener("abort", () => resolve());
    });

  if (channel)
    channel.onmessage = ({ data }: MessageEvent<Said & { from: string }>) => {
      if (data.at && data.heard) note(data.at, data.heard);
      if (data.at && isAfter(data.at, at)) at = data.at;
      if (data.who) tell({ watches: watching() });
      if (data.gone) others.delete(data.from);
      if (!data.watches) return;
      const fresh = !others.has(data.from);
      others.set(data.from, data.watches);
      if (!leads) return;
      if (fresh) for (const { at: place, heard } of lately) tell({ at: place, heard });
      widen();
    };
  const seen = () => (document.visibilityState === "visible" ? open ?? start() : shut());
  if (channel && "locks" in navigator) {
    tell({ watches: watching() });
    navigator.locks.request(NAME, { signal: ending.signal }, lead).catch(() => undefined);
  } else {
    document.addEventListener("visibilitychange", seen, { signal: ending.signal });
    seen();
  }
  return {
    /** This page shows something else now. */
    moved: () => {
      tell({ watches: watching() });
      if (leads || !channel) widen();
    },
    /** What was heard while the page that has just been drawn was on its way. */
    again: () => lately.filter(({ time }) => time > Date.now() - CROSSED).map(({ heard }) => heard),
    end: () => {
      tell({ gone: true });
      ending.abort();
      shut();
      channel?.close();
    },
  };
};
