const under = (path: string, roots: readonly string[]) => roots.some((root) => path === root || path.startsWith(`${root}/`));

/** Addresses that answer to programs: no page stands there. */
const programs = ["/api", "/feeds", "/calendar", "/livez", "/readyz", "/files", "/_next"];
/** Pages for those who have no session yet. */
const open = ["/sign-in", "/setup", "/invitation", "/reset", "/forgot", "/leave"];

/** Endings of files in `public/`; a handle or a slug may hold a dot too. */
const file = /\.(ico|png|svg|txt|webmanifest|woff2|xml)$/i;

/** Whether a page may stand at this path: no program's address, no file of `public/`. */
export const isPage = (path: string) => !under(path, programs) && !file.test(path);

/** Whether a visitor without a session may open this path. Anything else asks to sign in first. */
export const isOpen = (path: string) => !isPage(path) || under(path, open);
