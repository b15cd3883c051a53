import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { WatchedLecture } from "./find-watched-lecture.server.ts";
import { columnSeconds, type Heat } from "./heat.ts";

const rowSchema = z.object({
  learners: z.number(),
  finished: z.number(),
  medianSeconds: z.number().nullable(),
  /** [column, seconds watched by all, watched again, within reach of all, learners who stopped] */
  columns: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])),
});

/**
 * How a lecture is watched, by all who ever began or by those of one cohort, in at most 300 columns. One query: it
 * turns each learner's ranges into steps up and down, adds the steps of all, and only then cuts into columns, so that
 * neither learners × seconds are ever spread out nor more than the columns are read.
 */
export async function unsafeFindHeat(
  { db }: Pick<PersonContext, "db">,
  { lecture, lengthSeconds, cohortId }: { lecture: WatchedLecture; lengthSeconds: number; cohortId?: string },
): Promise<Heat> {
  const size = columnSeconds(lengthSeconds);
  const cohort = cohortId ? Prisma.sql`AND e."cohortId" = ${cohortId}::uuid` : Prisma.empty;
  const [row] = await db.$queryRaw<unknown[]>`
    WITH learner AS MATERIALIZED (
      SELECT w."watched", w."rewatched", coalesce(upper(w."watched"), 0) AS "reach", seconds_in(w."watched") AS "seconds",
        EXISTS (SELECT FROM "Completion" f WHERE f."enrolmentId" = w."enrolmentId" AND f."lessonId" = w."lessonId") AS "done"
      FROM "Watching" w JOIN "Enrolment" e ON e."id" = w."enrolmentId" AND e."courseId" = ${lecture.courseId}::uuid
      WHERE w."lessonId" = ${lecture.lessonId}::uuid AND w."lengthSeconds" = ${lengthSeconds} ${cohort}
    ), step AS (
      SELECT lower(r) AS "at", 1 AS "w", 0 AS "r", 0 AS "n" FROM learner, unnest("watched") r
      UNION ALL SELECT upper(r), -1, 0, 0 FROM learner, unnest("watched") r
      UNION ALL SELECT lower(r), 0, 1, 0 FROM learner, unnest("rewatched") r
      UNION ALL SELECT upper(r), 0, -1, 0 FROM learner, unnest("rewatched") r
      UNION ALL SELECT 0, 0, 0, 1 FROM learner WHERE "reach" > 0
      UNION ALL SELECT "reach", 0, 0, -1 FROM learner WHERE "reach" > 0
    ), summed AS (
      SELECT "at", sum("w") AS "w", sum("r") AS "r", sum("n") AS "n" FROM step GROUP BY "at"
    ), level AS (
      SELECT "at", lead("at", 1, ${lengthSeconds}) OVER run AS "until",
        sum("w") OVER run AS "w", sum("r") OVER run AS "r", sum("n") OVER run AS "n"
      FROM summed WINDOW run AS (ORDER BY "at")
    ), spread AS (
      SELECT i AS "column", least("until", (i + 1) * ${size}) - greatest("at", i * ${size}) AS "length", "w", "r", "n"
      FROM level, generate_series("at" / ${size}, ("until" - 1) / ${size}) i WHERE "until" > "at"
    ), stop AS (
      SELECT ("reach" - 1) / ${size} AS "column", count(*) AS "stopped" FROM learner
      WHERE "reach" > 0 AND NOT "done" GROUP BY 1
    ), heat AS (
      SELECT "column", sum("w" * "length") AS "w", sum("r" * "length") AS "r", sum("n" * "length") AS "n"
      FROM spread GROUP BY 1
    )
    SELECT count(*)::int AS "learners", (count(*) FILTER (WHERE "done"))::int AS "finished",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY "seconds") AS "medianSeconds",
      (SELECT coalesce(json_agg(json_build_array("column", "w", "r", "n", coalesce("stopped", 0)) ORDER BY "column"), '[]')
        FROM heat LEFT JOIN stop USING ("column")) AS "columns"
    FROM learner`;
  return toHeat(rowSchema.parse(row), lengthSeconds);
}

function toHeat({ columns, medianSeconds, ...counts }: z.infer<typeof rowSchema>, lengthSeconds: number): Heat {
  const size = columnSeconds(lengthSeconds);
  const byColumn = new Map(columns.map(([column, ...values]) => [column, values]));
  const { learners } = counts;
  return {
    ...counts,
    medianShare: medianSeconds === null ? null : medianSeconds / lengthSeconds,
    columns: Array.from({ length: Math.ceil(lengthSeconds / size) }, (_, column) => {
      const [from, to] = [column * size, Math.min(lengthSeconds, (column + 1) * size)];
      const [watched = 0, rewatched = 0, within = 0, stopped = 0] = byColumn.get(column) ?? [];
      const mean = (sum: number) => sum / (to - from);
      return {
        from,
        to,
        watched: mean(watched),
        rewatched: mean(rewatched),
        skipped: mean(within - watched),
        unreached: learners - mean(within),
        stopped,
      };
    }),
  };
}
