import { env } from "./env";

type HeadersRead = { get: (name: string) => string | null };

/** The origin of an address, or null where it is none; what a browser sends as `Origin` is nothing but an origin. */
const originOf = (address: string) => {
  if (!URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? origin : null;
};

/** Behind a proxy that is trusted, what it says of the host; the last value is the one that the proxy itself added. */
const hostOf = (headers: HeadersRead, trustProxy: boolean) =>
  (trustProxy && headers.get("x-forwarded-host")?.split(",").at(-1)?.trim()) || headers.get("host");

/** As `sameOrigin`, with the settings as arguments. */
export const isSameOrigin = (headers: HeadersRead, settings: { url: string; trustProxy: boolean }) => {
  const said = headers.get("origin");
  if (!said) return false;
  const own = new URL(settings.url);
  if (said === own.origin) return true;
  const host = hostOf(headers, settings.trustProxy);
  return host !== null && said === originOf(`${own.protocol}//${host}`);
};

/**
 * Whether a write that a cookie authenticates comes from a page of ours. Fails closed: no `Origin`, `Origin: null`
 * or another scheme is not ours. Besides `NEXTAUTH_URL` the host that was asked counts (127.0.0.1 for localhost):
 * a cookie belongs to a host, so a page of another host has no session there.
 */
export const sameOrigin = (headers: HeadersRead) => isSameOrigin(headers, { url: env().NEXTAUTH_URL, trustProxy: env().TRUST_PROXY });
