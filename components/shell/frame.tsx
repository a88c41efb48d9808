import type { ReactNode } from "react";
import { Brand } from "./brand";

/** A page without the shell: the mark above, one column; `broad` for longer forms. */
export function Frame({ broad, foot, children }: { broad?: boolean; foot?: ReactNode; children: ReactNode }) {
  return (
    <div className={broad ? "frame broad" : "frame"}>
      <header className="frame-top">
        <Brand />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className="frame-foot">{foot}</footer>}
    </div>
  );
}
