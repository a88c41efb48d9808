"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";

const STAYS = 8000;

type Note = { text: ReactNode; undo?: ReactNode };
type Say = (text: ReactNode, options?: { undo?: () => void | Promise<void> }) => void;

const Saying = createContext<Say>(() => undefined);

/** Says something once: `const say = useNote(); say(t("deleted"), { undo })`. A new note takes the place of the one before. */
export const useNote = () => use(Saying);

const onLine = (changed: () => void) => {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
};

/** `left`: what the server has to say on this page, and when it was left; its undo is a form. */
type NotesProps = { left?: (Note & { at: number }) | null; children: ReactNode };

/** Where notes appear. The region is there before its first note, so that screen readers know to listen. */
export function Notes({ left, children }: NotesProps) {
  const t = useTranslations("ui");
  const [said, setSaid] = useState<(Note & { at: number }) | null>(null);
  const [shut, setShut] = useState(0);
  const after = (left?.at ?? 0) + 1;
  const say = useMemo<Say>(() => {
    const undone = (undo: () => void | Promise<void>) => {
      setSaid(null);
      void undo();
    };
    return (text, { undo } = {}) =>
      setSaid({ at: Math.max(Date.now(), after), text, undo: undo && <button type="button" onClick={() => undone(undo)}>{t("undo")}</button> });
  }, [t, after]);
  const connected = useSyncExternalStore(onLine, () => navigator.onLine, () => true);
  const latest = [said, left].filter((note) => note != null).sort((a, b) => b.at - a.at)[0];
  const note = latest && latest.at > shut ? latest : null;
  return (
    <Saying value={say}>
      {children}
      <div role="status">
        {!connected && (
          <p className="note">
            <Icon name="warn" />
            {t("offline")}
          </p>
        )}
        {connected && note && <OneNote key={note.at} note={note} done={() => setShut(note.at)} />}
      </div>
    </Saying>
  );
}

/** Stays a while; longer while someone reads it with the pointer or the focus on it. */
function OneNote({ note, done }: { note: Note; done: () => void }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  const end = useEffectEvent(done);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => end(), STAYS);
    return () => clearTimeout(timer);
  }, [held]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false), onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  return (
    <div className="note" {...hold} onSubmit={() => setTimeout(done)}>
      <span>{note.text}</span>
      {note.undo}
      <button type="button" className="shut" aria-label={t("close")} onClick={done}>
        <Icon name="close" small />
      </button>
    </div>
  );
}
