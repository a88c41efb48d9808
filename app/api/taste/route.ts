import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { chooseTaste } from "@/lib/people/profiles/commands";
import { problem } from "@/lib/platform/http";
import { isLocale } from "@/lib/platform/i18n/locale";
import { sameOrigin } from "@/lib/platform/origin";
import { optionalActor } from "@/lib/platform/session";
import { isTheme } from "@/lib/platform/theme";

const LIMIT = 200;
const YEAR = 365 * 24 * 3600;

/** Back to the page of ours that the form stands on. */
const back = (request: Request) => {
  const from = request.headers.get("referer") ?? "";
  if (!URL.canParse(from)) return "/";
  const { pathname, search } = new URL(from);
  return pathname.startsWith("//") ? "/" : pathname + search;
};

/** Language and theme: of the person who is signed in, in their settings; else of this browser. */
export const POST = async (request: Request) => {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return problem("unsupported-type");
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > LIMIT) return problem("too-large");
  const said = new URLSearchParams(await request.text());
  if (!sameOrigin(request.headers)) return problem("forbidden");
  const [locale, theme] = [said.get("locale"), said.get("theme")];
  if (!isLocale(locale) && !isTheme(theme)) return problem("invalid");
  const me = await optionalActor();
  if (me) {
    await chooseTaste(me, { locale: isLocale(locale) ? locale : (me.locale ?? (await getLocale())), theme: isTheme(theme) ? theme : (me.theme ?? "system") });
    return new Response(null, { status: 303, headers: { location: back(request) } });
  }
  const jar = await cookies();
  const keep = (name: string, value: string) => jar.set(name, value, { path: "/", maxAge: YEAR, sameSite: "lax", httpOnly: true });
  if (isLocale(locale)) keep("locale", locale);
  if (isTheme(theme)) keep("theme", theme);
  return new Response(null, { status: 303, headers: { location: back(request) } });
};
