import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { preload } from "react-dom";
import { product } from "@/components/shell/brand";
import { Words } from "@/lib/platform/i18n/words";
import { optionalActor } from "@/lib/platform/session";
import { chooseTheme } from "@/lib/platform/theme";
import "./globals.css";

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f0e8" },
    { media: "(prefers-color-scheme: dark)", color: "#14110e" },
  ],
};

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations("common");
  return { title: { template: `%s · ${product}`, default: product }, description: t("purpose"), robots: { index: false, follow: false } };
};

const theme = async () => {
  const [me, jar] = await Promise.all([optionalActor().catch(() => null), cookies()]);
  const chosen = chooseTheme({ profile: me?.theme, cookie: jar.get("theme")?.value });
  return chosen === "system" ? undefined : chosen;
};

/** The two faces that every page shows first; those of other scripts come when a text needs them. */
const preloadFonts = () => {
  for (const face of ["literata-latin", "inter-latin"]) preload(`/fonts/${face}.woff2`, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
};

/** Every page is made for one request: a page made beforehand would lack the nonce that its scripts need. */
export default async function RootLayout({ children }: LayoutProps<"/">) {
  await connection();
  preloadFonts();
  const locale = await getLocale();
  return (
    <html lang={locale} data-theme={await theme()}>
      <body>
        <Words>{children}</Words>
      </body>
    </html>
  );
}
