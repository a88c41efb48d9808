"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";

const STAYS = 8000;

type Note = { id: number; text: ReactNode; undo?: (() => void | Promise<void>) | undefined };
type Say = (text: ReactNode, options?: { undo?: Note["undo"] }) => void;

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

/** Where notes appear. The region is there before its first note, so that screen readers know to listen. */
export function Notes({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [note, setNote] = useState<Note | null>(null);
  const say = useMemo<Say>(() => (text, options) => setNote((before) => ({ id: (before?.id ?? 0) + 1, text, undo: options?.undo })), []);
  const connected = useSyncExternalStore(onLine, () => navigator.onLine, () => true);
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
        {connected && note && <OneNote key={note.id} note={note} done={() => setNote(null)} />}
      </div>
    </Saying>
  );
}

function OneNote({ note, done }: { note: Note; done: () => void }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(done, STAYS);
    return () => clearTimeout(timer);
  }, [held, done]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false), onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  return (
    <div className="note" {...hold}>
      <span>{note.text}</span>
      {note.undo && (
        <button
          type="button"
          onClick={() => {
            done();
            void note.undo?.();
          }}
        >
          {t("undo")}
        </button>
      )}
      <button type="button" className="shut" aria-label={t("close")} onClick={done}>
        <Icon name="close" small />
      </button>
    </div>
  );
}
