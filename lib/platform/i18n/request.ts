import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { optionalActor } from "../session";
import { isLocale, negotiateLocale } from "./locale";
import { messagesIn } from "./messages";

/**
 * Who reads, in which language and time zone. A database that does not answer must not keep the error page
 * from being said in the reader's language, so that the person counts as unknown then; the page itself fails.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const [jar, said] = await Promise.all([cookies(), headers()]);
  const me = await optionalActor().catch(() => null);
  const negotiated = negotiateLocale({ profile: me?.locale, cookie: jar.get("locale")?.value, acceptLanguage: said.get("accept-language") });
  const locale = isLocale(asked) ? asked : negotiated;
  return { locale, messages: await messagesIn(locale), timeZone: me?.timeZone ?? "UTC", now: new Date() };
});
