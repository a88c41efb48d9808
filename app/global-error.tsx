"use client";

import { Brand, product } from "@/components/shell/brand";
import en from "@/lib/platform/i18n/messages/en/outage.json";
import es from "@/lib/platform/i18n/messages/es/outage.json";
import pl from "@/lib/platform/i18n/messages/pl/outage.json";
import ru from "@/lib/platform/i18n/messages/ru/outage.json";
import sv from "@/lib/platform/i18n/messages/sv/outage.json";
import "./globals.css";

/** The root layout itself failed, so that nobody knows the reader's language any more: the same two sentences in all five. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>{product}</title>
        <div className="frame">
          <header className="frame-top">
            <Brand />
          </header>
          <main>
            <h1 className="vh">{product}</h1>
            {Object.entries({ en, es, sv, pl, ru }).map(([lang, words]) => (
              <section key={lang} lang={lang}>
                <h2>{words.happened}</h2>
                <p className="mt-1">{words.todo}</p>
              </section>
            ))}
            {error.digest && <p className="mt-12 text-s text-ink-3 num">№ {error.digest}</p>}
          </main>
        </div>
      </body>
    </html>
  );
}
