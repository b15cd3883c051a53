import { z } from "zod";

const cursorSchema = z.tuple([z.enum(["after", "before"]), z.iso.datetime(), z.uuid()]);

/** A place in a list that is ordered by a time and an id, and which side of it is wanted. */
export type TimeCursor = { direction: "after" | "before"; at: string; id: string };

export const encodeCursor = ({ direction, at, id }: TimeCursor): string => [direction, at, id].join("_");

/** The place that a cursor names, or undefined where it names none. */
export function decodeCursor(text: string | undefined): TimeCursor | undefined {
  const parsed = cursorSchema.safeParse(text?.split("_"));
  if (!parsed.success) return undefined;
  const [direction, at, id] = parsed.data;
  return { direction, at, id };
}

/**
 * The rows of one page, and cursors to the pages beside it. `found` is one more than a page where there is more, the
 * nearest to the cursor first.
 */
export function turnPage<Row extends { id: string }>(
  found: readonly Row[],
  { cursor, size, timeOf }: { cursor: TimeCursor | undefined; size: number; timeOf: (row: Row) => Date },
): { rows: Row[]; next: string | undefined; previous: string | undefined } {
  const more = found.length > size;
  const back = cursor?.direction === "before";
  const rows = found.slice(0, size);
  if (back) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (row: Row, direction: TimeCursor["direction"]) =>
    encodeCursor({ direction, at: timeOf(row).toISOString(), id: row.id });
  return {
    rows,
    next: last && (back || more) ? at(last, "after") : undefined,
    previous: first && (back ? more : cursor) ? at(first, "before") : undefined,
  };
}
