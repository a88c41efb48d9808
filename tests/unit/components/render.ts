import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "@/lib/platform/i18n/locale";
import { messagesIn } from "@/lib/platform/i18n/messages";

/** What a component is as HTML, in a language. */
export const render = async (element: ReactElement, locale: Locale = "en") => {
  const around = { locale, timeZone: "UTC", now: new Date("2026-11-24T11:04:00Z"), messages: await messagesIn(locale), children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, around));
};
