import type { NextConfig } from "next";
import withIntl from "next-intl/plugin";
import { locales } from "./lib/platform/i18n/locale.ts";

/** The headers that are the same on every reply; the policy with its nonce is set in `proxy.ts`. */
const constant = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin", // `no-referrer` makes plain forms send `Origin: null`, which we refuse
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

const config: NextConfig = {
  distDir: process.env.NEXT_DIST ?? ".next",
  typedRoutes: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks the types once, of the tests too; the build need not do it again
  serverExternalPackages: ["multilingual-stemmer"], // its WebAssembly stands in a file of its own
  poweredByHeader: false,
  htmlLimitedBots: /.*/, // titles come with the page for everybody, never after it: what is hidden and what is missing then answer letter by letter alike, however long each was looked for
  skipTrailingSlashRedirect: true, // Next's own redirect carries none of our headers: proxy.ts makes it
  experimental: { proxyClientMaxBodySize: "21mb" }, // a proxy.ts has Next keep each body, and cut it off at 10 MB: a file may have 20
  headers: async () => [
    { source: "/:path*", headers: Object.entries(constant).map(([key, value]) => ({ key, value })) },
    { source: "/fonts/:file*.woff2", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
};

/** Words are compiled when the portal is built, so that no browser loads the grammar of messages (7 KB). */
const intl = withIntl({
  requestConfig: "./lib/platform/i18n/request.ts",
  experimental: { messages: { path: "./lib/platform/i18n/messages", format: "json", locales: [...locales], sourceLocale: "en", precompile: true } },
});

export default intl(config);
