import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";
import { product } from "./brand";

/** What happened, what was kept, what to do; and a number to quote. It names the window itself: what the page would have said of itself is gone with it. */
export function Trouble({ title, children, actions, quote }: { title: string; children: ReactNode; actions: ReactNode; quote?: ReactNode }) {
  return (
    <div className="trouble">
      <title>{`${title} · ${product}`}</title>
      <PageHead title={title} />
      {children}
      <div className="acts">{actions}</div>
      {quote && <p className="quote">{quote}</p>}
    </div>
  );
}
