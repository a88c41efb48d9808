import type { Route } from "next";
import type { ReactNode } from "react";

type Item = { href: Route; label: ReactNode; count?: ReactNode; current?: boolean };

const items = (list: readonly Item[], current: "page" | "true") =>
  list.map((item) => (
    <a key={item.href} href={item.href} aria-current={item.current ? current : undefined}>
      {item.label}
      {item.count !== undefined && <> <span>{item.count}</span></>}
    </a>
  ));

/** The pages of one thing. */
export function Tabs({ label, list }: { label: string; list: readonly Item[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items(list, "page")}
    </nav>
  );
}

/** The filters of one list: words with counts, an underline on the chosen one. `children`: the order, at the right. */
export function Filters({ label, list, children }: { label: string; list: readonly Item[]; children?: ReactNode }) {
  return (
    <div className="filters">
      <div className="seg" role="group" aria-label={label}>
        {items(list, "true")}
      </div>
      {children}
    </div>
  );
}
