import type { ReactNode } from "react";
import { Button } from "./button";
import { Empty } from "./empty";
import { Section } from "./section";

type OwnRow = { id: string; title: ReactNode; meta?: ReactNode; /** What the button does, with what it does it to: for ears. */ says: string };
type OwnRowsProps = {
  title: string;
  none: string;
  rows: readonly OwnRow[];
  action: (form: FormData) => Promise<void>;
  label: string;
  look?: "grave";
};

/** Things of one kind that somebody keeps, each with the one thing that can be done with it. */
export function OwnRows({ title, none, rows, action, label, look }: OwnRowsProps) {
  return (
    <Section title={title} count={rows.length || undefined}>
      {rows.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id} className="ask-row">
              <div>
                <h3 className="row-t">{row.title}</h3>
                {row.meta && <p className="row-m">{row.meta}</p>}
              </div>
              <form action={action}>
                <input type="hidden" name="id" value={row.id} />
                <Button type="submit" small aria-label={row.says} {...(look && { look })}>
                  {label}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
