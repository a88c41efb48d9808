"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

/** Milliseconds after the last key until what was typed is kept. */
const PAUSE = 1200;
/** Bytes that a browser still sends while its page goes. */
const PARTING = 60_000;

export type Kept = { where: "server" | "device"; at: Date } | null;
type Fields = Record<string, string>;

/** What a form says besides its text; the version stays in, since it says which text was being changed. */
const own = new Set(["idempotencyKey", "id", "discussionId", "parentId", "community"]);
const typed = (form: HTMLFormElement): Fields =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") && !own.has(name) ? [[name, value]] : [])));

const put = async (place: string, fields: Fields, signal?: AbortSignal) => {
  const body = JSON.stringify({ place, fields });
  const keepalive = new Blob([body]).size < PARTING;
  const answer = await fetch("/api/drafts", { method: "PUT", body, headers: { "content-type": "application/json" }, keepalive, ...(signal && { signal }) });
  if (!answer.ok) throw new Error(String(answer.status));
};

const keyOf = (place: string) => `draft:${place}`;
/** What this device kept when the server did not answer. */
const keptHere = (place: string): Fields | null => {
  const text = localStorage.getItem(keyOf(place));
  return text ? (JSON.parse(text) as Fields) : null;
};

/** Puts what was typed back into the fields of a form, but for what says which text they are of. */
const fill = (form: HTMLFormElement, fields: Fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) && field.type !== "hidden")) field.value = value;
  }
};

/**
 * Keeps what is being typed in a form, on the server as its draft; on the device when the server does not answer, until it does.
 * What was typed a moment before the page goes is kept, too. `place` names the form.
 */
export const useDraft = (form: RefObject<HTMLFormElement | null>, place: string) => {
  const [kept, setKept] = useState<Kept>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<AbortController>(undefined);
  const waiting = useRef<Fields>(null);

  const keep = async () => {
    const fields = waiting.current;
    if (!fields) return;
    waiting.current = null;
    running.current?.abort();
    running.current = new AbortController();
    try {
      await put(place, fields, running.current.signal);
      localStorage.removeItem(keyOf(place));
      setKept({ where: "server", at: new Date() });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      localStorage.setItem(keyOf(place), JSON.stringify(fields));
      setKept({ where: "device", at: new Date() });
    }
  };
  const part = useEffectEvent(() => {
    clearTimeout(timer.current);
    const fields = waiting.current;
    waiting.current = null;
    if (fields) void put(place, fields).catch(() => localStorage.setItem(keyOf(place), JSON.stringify(fields)));
  });
  const bringBack = useEffectEvent(() => {
    const fields = keptHere(place);
    if (!fields || !form.current) return;
    fill(form.current, fields);
    waiting.current = fields;
    timer.current = setTimeout(() => void keep());
  });

  useEffect(() => {
    bringBack();
    const leave = () => part();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return {
    kept,
    /** For the form's `onInput`. */
    later: () => {
      if (form.current) waiting.current = typed(form.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), PAUSE);
    },
    /** Once the form was sent: nothing that is still waiting may bring the draft back. */
    done: () => {
      clearTimeout(timer.current);
      running.current?.abort();
      waiting.current = null;
      localStorage.removeItem(keyOf(place));
      setKept(null);
    },
  };
};
