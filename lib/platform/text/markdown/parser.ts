import MarkdownIt from "markdown-it";

const own = "http://own.invalid";
const longest = 2000;

/** An address of this portal, from its root and without detours (`//host`, `/\host`, `/a/../b`): what the browser asks is what stands there. */
export const isOwnPath = (address: string) => {
  if (!address.startsWith("/") || !URL.canParse(address, own)) return false;
  const { origin, pathname } = new URL(address, own);
  return origin === own && pathname === address.replace(/[?#].*$/s, "");
};

/** Where a link may lead: http, https, mailto, or a path of this portal. */
export const isAllowedAddress = (address: string) =>
  address.length <= longest && (isOwnPath(address) || (/^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address)));

/** The id in `/files/<id>` or `/files/<id>/<name>`, or null where it is no file of ours. */
export const fileId = (address: string) => (isOwnPath(address) && /^\/files\/([\w-]+)(?:\/[^/?#]+)?$/.exec(address)?.[1]) || null;

/** No HTML, line breaks as in CommonMark, bare addresses only with their scheme (`readme.md` is a file, not a site). */
export const parser = new MarkdownIt("default", { html: false, linkify: true, breaks: false, typographer: false, maxNesting: 40 });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
parser.validateLink = isAllowedAddress;

const { Token } = new parser.core.State("", parser, {});
export const makeToken = (type: string, tag: string, nesting: -1 | 0 | 1) => new Token(type, tag, nesting);
