import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type TableHead = {
  key: string;
  label: ReactNode;
  numeric?: boolean;
  /** Left out on a phone, where another cell says the same. */
  roomyOnly?: boolean;
};
type TableRow = { key: string; cells: readonly ReactNode[] };

type DataTableProps = {
  /** Names the table; shown above it unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  head: readonly (string | TableHead)[];
  /** A cell for each head; the first names its row. */
  rows: readonly TableRow[];
  /** Stands in the place of an empty table. */
  empty?: ReactNode;
  /** The first column stays in sight while the others scroll. */
  stickyFirst?: boolean;
};

const cellClass = "px-3 py-3 align-top first:ps-4 last:pe-4";
// Its own edge, since the lines between rows scroll away beneath it.
const stickyClass = "sticky start-0 z-10 max-w-44 border-line border-e [overflow-wrap:anywhere] print:static";
// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const scrollable = { tabIndex: 0 };

/**
 * Rows to compare. On a narrow screen it scrolls sideways by itself, also by keyboard; being positioned it keeps what is
 * said to screen readers alone within it, where the page would become as wide as the table.
 */
export function DataTable({ caption, captionHidden = false, head, rows, empty, stickyFirst = false }: DataTableProps) {
  if (rows.length === 0 && empty) return empty;
  const columns = head.map((column) => (typeof column === "string" ? { key: column, label: column } : column));
  return (
    // What is hidden from sight within is placed within, and widens no page.
    <section
      aria-label={caption}
      className="relative overflow-x-auto rounded border border-line bg-surface print:overflow-visible"
      {...scrollable}
    >
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? "sr-only" : "px-4 py-3 text-start font-semibold text-base"}>
          {caption}
        </caption>
        <thead>
          <tr className="border-line border-b bg-surface-2">
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  ...[cellClass, "font-semibold", alignClass(column)],
                  stickyFirst && index === 0 && `bg-surface-2 ${stickyClass}`,
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} columns={columns} cells={row.cells} stickyFirst={stickyFirst} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function alignClass({ numeric, roomyOnly }: TableHead): string {
  return classNames(numeric === true ? "text-end tabular-nums" : "text-start", roomyOnly === true && "max-sm:hidden");
}

type RowProps = { columns: readonly TableHead[]; cells: readonly ReactNode[]; stickyFirst: boolean };

function Row({ columns, cells, stickyFirst }: RowProps) {
  const [first, ...rest] = columns;
  return (
    <tr className="border-line border-b last:border-b-0">
      {first ? (
        <th
          scope="row"
          className={classNames(
            ...[cellClass, "font-medium", alignClass(first)],
            stickyFirst && `bg-surface ${stickyClass}`,
          )}
        >
          {cells[0]}
        </th>
      ) : null}
      {rest.map((column, index) => (
        <td key={column.key} className={classNames(cellClass, alignClass(column))}>
          {cells[index + 1]}
        </td>
      ))}
    </tr>
  );
}
