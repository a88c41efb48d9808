import type { ReactNode } from "react";

/** Nothing here yet: one sentence what this is for, one button for the first thing to do, and where others did it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action && <div className="acts">{action}</div>}
    </div>
  );
}
