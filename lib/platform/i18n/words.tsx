import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { everywhere, type Namespace, only } from "./messages";

/** Sends these namespaces to the browser, for the components in it that run there. Everything else stays on the server. */
export async function Words({ of, children }: { of?: Namespace[]; children: ReactNode }) {
  return <NextIntlClientProvider messages={only(await getMessages(), [...everywhere, ...(of ?? [])])}>{children}</NextIntlClientProvider>;
}
