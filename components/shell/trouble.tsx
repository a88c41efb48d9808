import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";

/** What happened, what was kept, what to do; and a number to quote. */
export function Trouble({ title, children, actions, quote }: { title: string; children: ReactNode; actions: ReactNode; quote?: ReactNode }) {
  return (
    <div className="trouble">
      <PageHead title={title} />
      {children}
      <div className="acts">{actions}</div>
      {quote && <p className="quote">{quote}</p>}
    </div>
  );
}
