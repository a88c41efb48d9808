import type { ReactNode } from "react";

/** A sentence that stands in the page until what it says is over: calm (to know), good (done), bad (to change). */
export function Told({ tone = "calm", children }: { tone?: "calm" | "good" | "bad"; children: ReactNode }) {
  return (
    <div className={tone === "bad" ? "told" : `told ${tone}`} role="status">
      {children}
    </div>
  );
}
