/** The accounts of a demo organisation that its sign-in page offers as buttons, and their password. */
export const demoAccounts = ["employee", "leader", "mentor", "mentee", "hr", "admin"] as const;
export const demoEmail = (account: (typeof demoAccounts)[number]) => `${account}@demo.example`;
export const demoPassword = "stepwell-demo";

const nowhere = "http://nowhere.invalid";

/** Where to go after signing in: `from` when it is a path of this portal, else home. Never another origin, never back to the door. */
export const wayBack = (from: string | null | undefined) => {
  if (!from?.startsWith("/") || !URL.canParse(from, nowhere)) return "/";
  const { origin, pathname, search, hash } = new URL(from, nowhere);
  if (origin !== nowhere || pathname.startsWith("//") || /^\/(sign-in|setup|api)(\/|$)/.test(pathname)) return "/";
  return pathname + search + hash;
};

/** The address a request came from: the last one named, since whoever stands directly before us has added that one. */
export const addressOf = (forwardedFor: string | null | undefined) => forwardedFor?.split(",").at(-1)?.trim() || "unknown";

/** Up to the length that is worth keeping: what a browser says of itself can be anything. */
export const agentOf = (userAgent: string | null | undefined) => (userAgent ?? "").replace(/\p{Cc}/gu, "").slice(0, 300);
