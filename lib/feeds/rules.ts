/** Entries of a feed; who comes less often than they are written finds the rest in the portal. */
export const ENTRIES = 50;

/** The newest first, at most as many as a feed holds. */
export const newest = <E extends { at: Date; id: string }>(entries: readonly E[]) => [...entries].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, ENTRIES);

/** A text as a reader elsewhere needs it: addresses of the portal in full. It was sanitised when it was written, so that its attributes stand in double quotes. */
export const addressedIn = (html: string, origin: string) => html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${origin}/`);

/** The same for good, whatever becomes of the record's address. */
export const entryId = (id: string) => `urn:uuid:${id}`;
