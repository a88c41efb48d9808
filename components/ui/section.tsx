import { type ReactNode, useId } from "react";

type SectionProps = { title: ReactNode; count?: ReactNode; beside?: ReactNode; hidden?: boolean; className?: string; children: ReactNode };

/** A part of a page under its heading; `beside`: a link or a word at the right; `hidden`: a heading for ears only. */
export function Section({ title, count, beside, hidden, className, children }: SectionProps) {
  const id = useId();
  const heading = (
    <h2 id={id} className={hidden ? "vh" : undefined}>
      {title}
      {count !== undefined && <span className="n">{count}</span>}
    </h2>
  );
  return (
    <section className={className} aria-labelledby={id}>
      {hidden ? heading : <div className="h2row">{heading}{beside}</div>}
      {children}
    </section>
  );
}

/** Text column and margin; below 1120 px the margin goes under the text. */
export function Book({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="book">
      <div>{children}</div>
      {aside}
    </div>
  );
}

export function Aside({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="aside" aria-label={label}>
      {children}
    </aside>
  );
}

/** A block of the margin: a hairline, a bold label, at most five lines. */
export function AsideBlock({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
