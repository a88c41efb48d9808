import { createTranslator } from "next-intl";
import type { Locale } from "./locale";
import { messagesIn, type Namespace } from "./messages";

/** Words outside a request: mails, jobs, programs. Pages and components use `getTranslations` and `useTranslations`. */
export const translatorFor = async <N extends Namespace>(locale: Locale, namespace: N) => createTranslator({ locale, messages: await messagesIn(locale), namespace });
