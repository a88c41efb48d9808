import { type NextRequest, NextResponse } from "next/server";
import { isOpen } from "./lib/platform/addresses";
import { contentPolicy, filePolicy } from "./lib/platform/content-policy";

const sessionCookies = ["__Secure-next-auth.session-token", "next-auth.session-token"];

/** The request's number: that of the proxy before us, where it gives a plain one, so that both logs can be laid side by side. */
const numberOf = (request: NextRequest) => {
  const given = request.headers.get("x-request-id");
  return given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
};

const addressOf = ({ nextUrl }: NextRequest) => {
  const query = new URLSearchParams(nextUrl.searchParams);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
};

const toSignIn = (request: NextRequest) => {
  const url = request.nextUrl.clone();
  const from = addressOf(request);
  url.pathname = "/sign-in";
  url.search = from === "/" ? "" : `?${new URLSearchParams({ from })}`;
  return NextResponse.redirect(url);
};

/** An address that is no text in UTF-8: Next answers it with a bare 500. Taken letter by letter it names nothing, and is answered so. */
const isBroken = (path: string) => {
  try {
    return !decodeURIComponent(path);
  } catch {
    return true;
  }
};

/** The address without slashes too many; two at its beginning would name another host in a `location`. */
const tidyPath = (path: string) => path.replace(/[\\/]{2,}/g, "/").replace(/(.)\/$/, "$1");

const toTidy = (request: NextRequest) => {
  const url = new URL(request.url);
  url.pathname = tidyPath(url.pathname);
  return NextResponse.redirect(url, 308);
};

const goOn = (request: NextRequest, headers: Headers) => {
  const url = request.nextUrl.clone();
  if (!isBroken(url.pathname)) return NextResponse.next({ request: { headers } });
  url.pathname = url.pathname.replaceAll("%", "%25");
  return NextResponse.rewrite(url, { request: { headers } });
};

const answerTo = (request: NextRequest, headers: Headers) => {
  const looks = request.method === "GET" || request.method === "HEAD";
  const stranger = !sessionCookies.some((name) => request.cookies.has(name));
  const { pathname } = new URL(request.url);
  if (looks && tidyPath(pathname) !== pathname) return toTidy(request);
  return looks && stranger && !isOpen(request.nextUrl.pathname) ? toSignIn(request) : goOn(request, headers);
};

/** Headers for every reply, and a courtesy: who has no session is shown the way to sign in. What anyone may see is decided in `lib`. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentPolicy({ nonce, development: process.env.NODE_ENV === "development", issuer: process.env.OIDC_ISSUER });
  const number = numberOf(request);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", number);
  headers.set("x-address", addressOf(request));
  const response = answerTo(request, headers);
  response.headers.set("content-security-policy", request.nextUrl.pathname.startsWith("/files/") ? filePolicy : policy); // a route's own would be written over
  response.headers.set("x-request-id", number);
  return response;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
