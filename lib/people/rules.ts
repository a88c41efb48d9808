/** The languages the portal itself speaks; what a person speaks may be any. */
export const portalLanguages = ["en", "es", "sv", "pl", "ru"] as const;
/** Languages offered as boxes to tick, the portal's own first; an import may bring others. */
export const spokenLanguages = [
  ...portalLanguages,
  ...["ar", "be", "bg", "cs", "da", "de", "el", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it", "ja", "ka", "ku", "lt", "lv", "nl", "no", "pt", "ro", "sk", "sl", "so", "sr", "ti", "tr", "uk", "ur", "vi", "zh"],
] as const;

export const NAME_LIMIT = 120;
export const ABOUT_LIMIT = 2000;
export const TAGS_LIMIT = 30;

/** Handles that would look like a page of the portal, or like someone they are not. */
const reserved = ["admin", "administrator", "anonymous", "everyone", "former-colleague", "hr", "me", "nobody", "stepwell", "suggest", "system"];

/** Accounts that were closed keep a handle nobody can type for themselves. */
export const isReservedHandle = (handle: string) => reserved.includes(handle) || handle.startsWith("left-");

/** The handles to try for a name that has been made one, the plain one first. */
export const handlesFor = (stem: string) => {
  const plain = stem.slice(0, 36).replace(/-+$/, "");
  const base = plain.length > 1 ? plain : `person${plain && `-${plain}`}`;
  return [base, ...Array.from({ length: 99 }, (_, n) => `${base}-${n + 2}`)].filter((handle) => !isReservedHandle(handle));
};

/** What others would try first as this person's password. */
export const ownWords = (person: { name: string | null; handle: string; email: string | null }) =>
  [person.name, person.handle, person.email, ...(person.name?.split(" ") ?? []), person.email?.split("@")[0]].filter((word): word is string => Boolean(word));

/** The terms of a search over people: at most six, folded by the database. */
export const terms = (q: string | undefined) => (q ?? "").split(/[\s,;]+/).map((term) => term.replace(/^@/, "")).filter(Boolean).slice(0, 6);

type Named = { name: string; id: string };

/** A place in a list by name: the name and the id of its last row, opaque in addresses. Anything else begins at the beginning. */
export const nameCursor = ({ name, id }: Named) => Buffer.from(JSON.stringify([name, id])).toString("base64url");
export const afterName = (cursor: string | undefined): Named | null => {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor ?? "", "base64url").toString());
    const [name, id] = Array.isArray(said) ? (said as unknown[]) : [];
    return typeof name === "string" && !name.includes("\0") && name.isWellFormed() && typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { name, id } : null;
  } catch {
    return null;
  }
};

/** Cuts a list that was asked for with one row more than the limit, and says where the next page begins. */
export const byName = <Row extends Named>(rows: Row[], limit: number) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? nameCursor(last) : null };
};
