import type { Route } from "next";
import type { ReactNode } from "react";
import { LinkButton } from "./button";

type Step = { href: Route; label: ReactNode };

/** Keyset pages: on to what is older, and back to the beginning; never a row of numbers that move while one reads. */
export function Pager({ shown, older, newest }: { shown?: ReactNode; older?: Step | undefined; newest?: Step | undefined }) {
  if (!shown && !older && !newest) return null;
  return (
    <div className="pages">
      {shown && <span className="quiet num">{shown}</span>}
      {newest && <a href={newest.href}>{newest.label}</a>}
      {older && <LinkButton href={older.href}>{older.label}</LinkButton>}
    </div>
  );
}
