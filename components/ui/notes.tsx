"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";

const STAYS = 8000;

type Note = { text: ReactNode; undo?: ReactNode };
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
  const [shut, setShut] = useState(0);
  const connected = useSyncExternalStore(onLine, () => navigator.onLine, () => true);
  const note = left && left.at > shut ? left : null;
  return (
    <>
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
    </>
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
