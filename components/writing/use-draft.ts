"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** Milliseconds after the last key until what was typed is kept. */
const PAUSE = 1200;

export type Kept = { where: "server" | "device"; at: Date } | null;

const typed = (form: HTMLFormElement) =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") && !own.has(name) ? [[name, value]] : [])));
const own = new Set(["idempotencyKey", "version", "id", "discussionId", "parentId", "community"]);

/**
 * Keeps what is being typed in a form, on the server as its draft; on the device when the server does not answer, until it does.
 * `place` names the form; nothing is kept without it.
 */
export const useDraft = (form: RefObject<HTMLFormElement | null>, place: string) => {
  const [kept, setKept] = useState<Kept>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<AbortController>(undefined);

  const keep = async () => {
    if (!form.current) return;
    const body = JSON.stringify({ place, fields: typed(form.current) });
    running.current?.abort();
    running.current = new AbortController();
    try {
      const answer = await fetch("/api/drafts", { method: "PUT", body, headers: { "content-type": "application/json" }, signal: running.current.signal, keepalive: body.length < 60_000 });
      if (!answer.ok) throw new Error(String(answer.status));
      localStorage.removeItem(`draft:${place}`);
      setKept({ where: "server", at: new Date() });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      localStorage.setItem(`draft:${place}`, body);
      setKept({ where: "device", at: new Date() });
    }
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    kept,
    /** For the form's `onInput`. */
    later: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), PAUSE);
    },
    /** Once the form was sent: nothing that is still waiting may bring the draft back. */
    done: () => {
      clearTimeout(timer.current);
      running.current?.abort();
      localStorage.removeItem(`draft:${place}`);
      setKept(null);
    },
  };
};
