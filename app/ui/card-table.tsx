import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type CardColumn = {
  key: string;
  label: ReactNode;
  /** Figures, set to the end of the line where there is room for columns. */
  numeric?: boolean;
  /** What else its cells need: a least width, a colour. */
  className?: string;
};

type CardTableProps = {
  caption: string;
  columns: readonly CardColumn[];
  /** A cell for each column; the first names its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

const cell = "px-3 py-3 text-start align-top";
// On a narrow screen a row is a card: its cells stand beneath one another.
const narrowCell = "max-md:block max-md:px-0 max-md:py-0.5";

/** Rows to compare, each a card on a phone: nothing scrolls sideways. */
export function CardTable({ caption, columns, rows }: CardTableProps) {
  const [first, ...others] = columns;
  return (
    <table className="w-full border-collapse rounded border border-line bg-surface text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b bg-surface-2">
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={classNames(cell, "font-semibold", numeric && "text-end")}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-line border-b last:border-b-0 max-md:block max-md:p-4">
            <th scope="row" className={classNames(cell, narrowCell, "font-semibold", first?.className)}>
              {cells[0]}
            </th>
            {others.map(({ key: column, numeric, className }, index) => (
              <td key={column} className={classNames(cell, narrowCell, numeric && "md:text-end", className)}>
                {cells[index + 1]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
