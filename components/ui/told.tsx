import type { ReactNode } from "react";

/** A sentence that stands in the page until what it says is over: calm (to know), done (it worked), bad (to change). */
export function Told({ tone = "calm", children }: { tone?: "calm" | "done" | "bad"; children: ReactNode }) {
  return (
    <div className={tone === "bad" ? "told" : `told ${tone}`} role="status">
      {children}
    </div>
  );
}
