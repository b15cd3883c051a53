import type { TranslationRow } from "./align-translation.ts";
import { needsWork } from "./align-translation.ts";

/** What names a row as long as the source stays as it is. */
export function rowKey({ source, translation }: TranslationRow): string {
  return source ? `s${source.index}` : `t${translation?.index}`;
}

/** Before which block of the translation that of a row is to stand: after those of the rows above. */
export function placeOf(rows: readonly TranslationRow[], row: TranslationRow): number {
  const above = rows.slice(0, rows.indexOf(row)).flatMap(({ translation }) => translation?.index ?? []);
  return above.length === 0 ? 0 : Math.max(...above) + 1;
}

/** Where a block that stands elsewhere than its source is to be brought, once it is taken from where it is. */
export function homeOf(rows: readonly TranslationRow[], row: TranslationRow): number {
  const from = row.translation?.index ?? 0;
  const above = rows
    .slice(0, rows.indexOf(row))
    .flatMap(({ translation, moved }) => (moved ? [] : (translation?.index ?? [])));
  const place = above.length === 0 ? 0 : Math.max(...above) + 1;
  return from < place ? place - 1 : place;
}

/** How much of a translation needs nobody's look, from 0 to 1, its title and summary among it. */
export function shareDone(rows: readonly TranslationRow[], linesDone: number): number {
  const counted = rows.filter((row) => row.source !== null || needsWork(row));
  return (counted.filter((row) => !needsWork(row)).length + linesDone) / (counted.length + 2);
}
