import "server-only";
import { cookies } from "next/headers";
import type { Messages } from "./i18n/messages";

/** What is said once on the page that follows a change. `undo` names what can be undone, and its id. */
export type Note = { says: keyof Messages["notes"]; why?: string; undo?: { what: string; id: string } };
export type LeftNote = Note & { at: number };

const COOKIE = "note";

/** Leaves a word for the page that comes next; a few seconds later it is gone. */
export const leaveNote = async (note: Note) => {
  (await cookies()).set(COOKIE, JSON.stringify({ ...note, at: Date.now() }), { path: "/", maxAge: 6, httpOnly: true, sameSite: "lax" });
};

export const readNote = async (): Promise<LeftNote | null> => {
  try {
    const said: unknown = JSON.parse((await cookies()).get(COOKIE)?.value ?? "null");
    return said && typeof said === "object" && "says" in said ? (said as LeftNote) : null;
  } catch {
    return null;
  }
};
