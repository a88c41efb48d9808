import type { ReactNode } from "react";

type Column = { key: string; label: ReactNode; /** Figures: at the right. */ figure?: boolean };
type TableRow = { key: string; cells: Record<string, ReactNode> };

/** Columns in order; the first cell names its row. Where it is wider than the screen it scrolls in a region of its own. */
export function Table({ caption, shown, columns, rows }: { caption: string; shown?: boolean; columns: readonly Column[]; rows: readonly TableRow[] }) {
  return (
    <div className="wide" role="region" aria-label={caption} tabIndex={0}>
      <table className="plain">
        <caption className={shown ? "label" : "vh"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, figure }) => (
              <th key={key} scope="col" className={figure ? "r" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map(({ key, figure }, place) =>
                place === 0 ? (
                  <th key={key} scope="row">{row.cells[key]}</th>
                ) : (
                  <td key={key} className={figure ? "r" : undefined}>{row.cells[key]}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
