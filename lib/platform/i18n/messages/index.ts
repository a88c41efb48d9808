import type { Locale } from "../locale";

type Load<Words> = () => Promise<{ default: Words }>;
/** One namespace in five languages. English says which keys there are; a language that lacks one does not compile. */
const words = <W>(en: Load<W>, es: Load<NoInfer<W>>, sv: Load<NoInfer<W>>, pl: Load<NoInfer<W>>, ru: Load<NoInfer<W>>) => ({ en, es, sv, pl, ru });

/** Every namespace, a line each. Languages are loaded when someone speaks them, and kept. */
export const namespaces = {
  account: words(() => import("./en/account.json"), () => import("./es/account.json"), () => import("./sv/account.json"), () => import("./pl/account.json"), () => import("./ru/account.json")),
  admin: words(() => import("./en/admin.json"), () => import("./es/admin.json"), () => import("./sv/admin.json"), () => import("./pl/admin.json"), () => import("./ru/admin.json")),
  channels: words(() => import("./en/channels.json"), () => import("./es/channels.json"), () => import("./sv/channels.json"), () => import("./pl/channels.json"), () => import("./ru/channels.json")),
  common: words(() => import("./en/common.json"), () => import("./es/common.json"), () => import("./sv/common.json"), () => import("./pl/common.json"), () => import("./ru/common.json")),
  communities: words(() => import("./en/communities.json"), () => import("./es/communities.json"), () => import("./sv/communities.json"), () => import("./pl/communities.json"), () => import("./ru/communities.json")),
  discussions: words(() => import("./en/discussions.json"), () => import("./es/discussions.json"), () => import("./sv/discussions.json"), () => import("./pl/discussions.json"), () => import("./ru/discussions.json")),
  errors: words(() => import("./en/errors.json"), () => import("./es/errors.json"), () => import("./sv/errors.json"), () => import("./pl/errors.json"), () => import("./ru/errors.json")),
  feeds: words(() => import("./en/feeds.json"), () => import("./es/feeds.json"), () => import("./sv/feeds.json"), () => import("./pl/feeds.json"), () => import("./ru/feeds.json")),
  follows: words(() => import("./en/follows.json"), () => import("./es/follows.json"), () => import("./sv/follows.json"), () => import("./pl/follows.json"), () => import("./ru/follows.json")),
  home: words(() => import("./en/home.json"), () => import("./es/home.json"), () => import("./sv/home.json"), () => import("./pl/home.json"), () => import("./ru/home.json")),
  imports: words(() => import("./en/imports.json"), () => import("./es/imports.json"), () => import("./sv/imports.json"), () => import("./pl/imports.json"), () => import("./ru/imports.json")),
  live: words(() => import("./en/live.json"), () => import("./es/live.json"), () => import("./sv/live.json"), () => import("./pl/live.json"), () => import("./ru/live.json")),
  mails: words(() => import("./en/mails.json"), () => import("./es/mails.json"), () => import("./sv/mails.json"), () => import("./pl/mails.json"), () => import("./ru/mails.json")),
  notes: words(() => import("./en/notes.json"), () => import("./es/notes.json"), () => import("./sv/notes.json"), () => import("./pl/notes.json"), () => import("./ru/notes.json")),
  moderation: words(() => import("./en/moderation.json"), () => import("./es/moderation.json"), () => import("./sv/moderation.json"), () => import("./pl/moderation.json"), () => import("./ru/moderation.json")),
  notifications: words(() => import("./en/notifications.json"), () => import("./es/notifications.json"), () => import("./sv/notifications.json"), () => import("./pl/notifications.json"), () => import("./ru/notifications.json")),
  outage: words(() => import("./en/outage.json"), () => import("./es/outage.json"), () => import("./sv/outage.json"), () => import("./pl/outage.json"), () => import("./ru/outage.json")),
  people: words(() => import("./en/people.json"), () => import("./es/people.json"), () => import("./sv/people.json"), () => import("./pl/people.json"), () => import("./ru/people.json")),
  search: words(() => import("./en/search.json"), () => import("./es/search.json"), () => import("./sv/search.json"), () => import("./pl/search.json"), () => import("./ru/search.json")),
  settings: words(() => import("./en/settings.json"), () => import("./es/settings.json"), () => import("./sv/settings.json"), () => import("./pl/settings.json"), () => import("./ru/settings.json")),
  shell: words(() => import("./en/shell.json"), () => import("./es/shell.json"), () => import("./sv/shell.json"), () => import("./pl/shell.json"), () => import("./ru/shell.json")),
  suggest: words(() => import("./en/suggest.json"), () => import("./es/suggest.json"), () => import("./sv/suggest.json"), () => import("./pl/suggest.json"), () => import("./ru/suggest.json")),
  ui: words(() => import("./en/ui.json"), () => import("./es/ui.json"), () => import("./sv/ui.json"), () => import("./pl/ui.json"), () => import("./ru/ui.json")),
  writing: words(() => import("./en/writing.json"), () => import("./es/writing.json"), () => import("./sv/writing.json"), () => import("./pl/writing.json"), () => import("./ru/writing.json")),
};

/** What runs in the browser on every page; a page whose forms need more wraps them in `<Words of={["…"]}>`. */
export const everywhere = ["errors", "live", "ui"] as const satisfies Namespace[];

export type Namespace = keyof typeof namespaces;
export type Messages = { [N in Namespace]: Awaited<ReturnType<(typeof namespaces)[N]["en"]>>["default"] };

const load = async (locale: Locale): Promise<Messages> => {
  const names = Object.keys(namespaces) as Namespace[];
  const loaded = await Promise.all(names.map(async (name) => [name, (await namespaces[name][locale]()).default]));
  return Object.fromEntries(loaded) as Messages;
};

const held = new Map<Locale, Promise<Messages>>();

/** All words of one language. */
export const messagesIn = (locale: Locale): Promise<Messages> => {
  const already = held.get(locale);
  if (already) return already;
  const loading = load(locale);
  held.set(locale, loading);
  return loading;
};

/** Only these namespaces, to be sent to the browser. */
export const only = (messages: Messages, names: readonly Namespace[]): Partial<Messages> => Object.fromEntries(names.map((name) => [name, messages[name]]));
