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

const browsers = [["Edg", "Edge"], ["OPR", "Opera"], ["SamsungBrowser", "Samsung Internet"], ["Firefox", "Firefox"], ["FxiOS", "Firefox"], ["CriOS", "Chrome"], ["Chrome", "Chrome"], ["Safari", "Safari"]] as const;
const systems = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["CrOS", "ChromeOS"], ["Windows", "Windows"], ["Mac OS X", "macOS"], ["Linux", "Linux"]] as const;

/** What a browser says it is, in the two words by which people know it again; null where it says neither. */
export const deviceOf = (userAgent: string) => {
  const find = (all: readonly (readonly [string, string])[]) => all.find(([mark]) => userAgent.includes(mark))?.[1] ?? null;
  const [browser, system] = [find(browsers), find(systems)];
  return browser && system ? { browser, system } : null;
};

/** What an address says has gone wrong on the way in, by next-auth's name or ours; anything else is simply wrong. */
export const refusedBy = (error: string | undefined) => {
  if (!error) return null;
  if (error === "identity-unknown" || error === "identity-taken") return error;
  return error === "CredentialsSignin" || error === "refused" ? "wrong" : "provider-failed";
};
