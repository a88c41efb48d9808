/** Addresses that a reader subscribes to. */
export const feedPath = (slug: string) => `/feeds/communities/${slug}.atom`;
export const calendarPath = (slug: string) => `/calendar/communities/${slug}.ics`;
export const MY_CALENDAR = "/calendar/me.ics";

const ofCommunity = /^\/(?:feeds\/communities\/([^/.]+)\.atom|calendar\/communities\/([^/.]+)\.ics)$/;

/** What an address is of: a community's slug, or null for what is one's own; undefined where nothing can be subscribed to. */
export const placeOf = (path: string) => {
  if (path === MY_CALENDAR) return { slug: null };
  const [, feed, calendar] = ofCommunity.exec(path) ?? [];
  const slug = feed ?? calendar;
  return slug === undefined ? undefined : { slug };
};

/** The slug that a file's name stands for, where it ends as it must. */
export const slugOf = (file: string, ending: ".atom" | ".ics") => (file.endsWith(ending) ? file.slice(0, -ending.length) : null);

export const isCalendar = (path: string) => path.startsWith("/calendar/");
