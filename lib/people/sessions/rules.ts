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
