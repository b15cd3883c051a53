import type { ImportReport } from "../import-questions.server.ts";
import type { ImportFormat } from "./exchange-formats.ts";
import type { Loss, Reason } from "./exchanged-question.ts";

/** More than these are counted, not shown. */
const MOST_ROWS = 200;

export type SeenQuestion = { name: string; type: string; where: string; losses: Loss[] };
export type SeenRefusal = { where: string; reason: Reason };
type Rows<Row> = { all: number; rows: Row[] };

/** What an import would do, as the screen shows it: what asks for attention first. */
export type ImportView = {
  file: string;
  format: ImportFormat;
  /** How many would be added. */
  added: number;
  refused: Rows<SeenRefusal>;
  lossy: Rows<SeenQuestion>;
  taken: Rows<SeenQuestion>;
  already: Rows<SeenQuestion>;
};

const first = <Row>(rows: Row[]): Rows<Row> => ({ all: rows.length, rows: rows.slice(0, MOST_ROWS) });

/** Each question stands in one of the groups. */
export function viewImport(report: ImportReport, file: string): ImportView {
  const seen = report.questions.map(({ name, type, where, losses, already }) => ({
    name,
    type,
    where,
    losses,
    already,
  }));
  const beside = report.aside.map(({ where, losses }) => ({ name: where, type: "", where, losses, already: false }));
  const fresh = seen.filter(({ already }) => !already);
  return {
    ...{ file, format: report.format, added: report.added },
    refused: first(report.refused),
    lossy: first([...fresh.filter(({ losses }) => losses.length > 0), ...beside]),
    taken: first(fresh.filter(({ losses }) => losses.length === 0)),
    already: first(seen.filter(({ already }) => already)),
  };
}
