"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useEffectEvent, useRef, useSyncExternalStore, useTransition } from "react";
import { Icon } from "@/components/ui/icon";
import { keepCounts } from "./counts";
import { news } from "./news";
import { onPage, tidyFigures, watchedOn } from "./page";
import { follow, type Heard } from "./stream";

/** Milliseconds after the page was drawn: its own requests come first. */
const LATER = 1500;

const watching = () => watchedOn(location.pathname);
const drawn = () => {
  news.drawn();
  tidyFigures();
};

/** Follows what happens from where the page stands, as long as the shell does. */
const useStream = (after: string, path: string) => {
  const held = useRef<{ stream?: ReturnType<typeof follow>; counts: ReturnType<typeof keepCounts> }>(undefined);
  const from = useEffectEvent(() => after);
  useEffect(() => {
    const ending = new AbortController();
    const counts = keepCounts(ending.signal);
    const observer = new MutationObserver(drawn);
    const heard = (one: Heard) => {
      news.hear(one);
      if (one.kind !== "post.reacted") counts.changed();
    };
    held.current = { counts };
    const timer = setTimeout(() => {
      held.current = { counts, stream: follow(from(), watching, heard) };
      observer.observe(document.getElementById("main") ?? document.body, { childList: true, subtree: true });
    }, LATER);
    document.addEventListener("submit", news.sent, { signal: ending.signal });
    return () => {
      clearTimeout(timer);
      ending.abort();
      observer.disconnect();
      held.current?.stream?.end();
    };
  }, []);
  useEffect(() => {
    news.forget(true);
    held.current?.stream?.moved();
    held.current?.stream?.again().forEach(news.hearAgain);
  }, [path]);
  useEffect(() => {
    news.forget(false);
    held.current?.counts.redrawn();
  }, [after]);
};

/**
 * What happens elsewhere while a page is open, said in one line that floats above it: the page stays as it is until its reader
 * asks for what is new. Only figures change in place.
 */
export function Live({ after }: { after: string }) {
  const t = useTranslations("live");
  const router = useRouter();
  const path = usePathname();
  const [busy, start] = useTransition();
  const goal = useRef<string>(undefined);
  const { replies, rows, changed } = useSyncExternalStore(news.heed, news.get, news.none);
  useStream(after, path);

  /** To the first of them: where it stands on this page by now, or to the page on which it does, unless a form is open here. */
  useEffect(() => {
    const id = goal.current;
    if (busy || !id) return;
    goal.current = undefined;
    const post = onPage(id);
    if (!post) return /[?&](to|edit)=/.test(location.search) ? undefined : router.push(`${path}?answer=${id}#p-${id}` as Route);
    post.tabIndex = -1;
    post.focus({ preventScroll: true });
    post.scrollIntoView({ block: "start" });
  }, [busy, path, router]);

  const [first] = replies;
  const said = first ? t("replies", { count: replies.length }) : rows.length > 0 ? t("rows", { count: rows.length }) : changed && t(`said.${changed}`);
  const show = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goal.current = first;
    start(() => router.refresh());
  };
  return (
    <div role="status">
      {said && (
        <p className="live" aria-busy={busy || undefined}>
          <a href={first ? `?answer=${first}#p-${first}` : path} onClick={show}>
            {said}
          </a>
          <button type="button" aria-label={t("dismiss")} onClick={() => news.forget(true)}>
            <Icon name="close" small />
          </button>
        </p>
      )}
    </div>
  );
}
