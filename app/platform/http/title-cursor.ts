import { z } from "zod";
import { packJson, unpackJson } from "./packed-json.ts";

const cursorSchema = z.tuple([
  z.enum(["after", "before"]),
  z
    .string()
    .max(500)
    .regex(/^\P{Cc}*$/u),
  z.uuid(),
]);

/** A place in a list by title: which side of it is wanted, and the title and the id that stand there. */
export type TitleCursor = z.output<typeof cursorSchema>;

/** The place that a cursor names, or undefined where it names none: the first page. */
export const decodeTitleCursor = (text: string | undefined): TitleCursor | undefined => unpackJson(text, cursorSchema);

type Titled = { id: string; title: string };

/** The page that was asked for of rows read one beyond `size`, and the cursors to the pages beside it. */
export function turnTitlePage<Row extends Titled>(
  found: readonly Row[],
  { cursor, size }: { cursor: TitleCursor | undefined; size: number },
) {
  const back = cursor?.[0] === "before";
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (back) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const place = (direction: TitleCursor[0], { title, id }: Titled) => packJson([direction, title, id]);
  return {
    rows,
    next: last && (back || more) ? place("after", last) : undefined,
    previous: first && (back ? more : cursor) ? place("before", first) : undefined,
  };
}
