/** One column of a lecture's heat: learners on average over its seconds. */
export type HeatColumn = {
  /** Seconds of the video, `to` not included. */
  from: number;
  to: number;
  /** Who played it. */
  watched: number;
  /** Those of them who played it again. */
  rewatched: number;
  /** Who got further and did not play it. */
  skipped: number;
  /** Who never got so far. */
  unreached: number;
  /** Learners whose last second watched is here, and who have not finished. */
  stopped: number;
};

export type Heat = {
  /** Who has begun to watch. */
  learners: number;
  finished: number;
  /** Share of the length that the learner in the middle has watched, from 0 to 1; null where nobody has begun. */
  medianShare: number | null;
  columns: HeatColumn[];
};

/** As many columns as are drawn, whatever the length. */
export const MOST_COLUMNS = 300;

/** Seconds of one column, where there may be `most` of them. */
export function columnSeconds(lengthSeconds: number, most = MOST_COLUMNS): number {
  return Math.max(1, Math.ceil(lengthSeconds / most));
}

function mergeColumns(columns: readonly HeatColumn[]): HeatColumn {
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) throw new Error("There is no column to merge");
  const seconds = last.to - first.from;
  const mean = (pick: (column: HeatColumn) => number) =>
    columns.reduce((sum, column) => sum + pick(column) * (column.to - column.from), 0) / seconds;
  return {
    from: first.from,
    to: last.to,
    watched: mean(({ watched }) => watched),
    rewatched: mean(({ rewatched }) => rewatched),
    skipped: mean(({ skipped }) => skipped),
    unreached: mean(({ unreached }) => unreached),
    stopped: columns.reduce((sum, { stopped }) => sum + stopped, 0),
  };
}

/** The same heat in at most `most` parts of equal length (the last may be shorter), for bars and tables to be read. */
export function partHeat(columns: readonly HeatColumn[], most: number): HeatColumn[] {
  const each = Math.max(1, Math.ceil(columns.length / most));
  return Array.from({ length: Math.ceil(columns.length / each) }, (_, part) =>
    mergeColumns(columns.slice(part * each, (part + 1) * each)),
  );
}

/**
 * The outline of a filled curve in a picture of `height` that is as wide as there are columns: steps from value to
 * value, closed along the base. `most` is what the whole height stands for.
 */
export function stepPath(values: readonly number[], { height, most }: { height: number; most: number }): string {
  const y = (value: number) => Math.round((height - (most > 0 ? value / most : 0) * height) * 100) / 100;
  const steps = values.map((value, x) => `V${y(value)}H${x + 1}`);
  return `M0 ${height}${steps.join("")}V${height}Z`;
}
