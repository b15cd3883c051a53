import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { WatchedLecture } from "./find-watched-lecture.server.ts";
import { columnSeconds, type Heat, MOST_COLUMNS } from "./heat.ts";

const rowSchema = z.object({
  lessonId: z.uuid(),
  lengthSeconds: z.number(),
  learners: z.number(),
  finished: z.number(),
  medianSeconds: z.number().nullable(),
  /** [column, seconds watched by all, watched again, within reach of all, learners who stopped] */
  columns: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])),
});

/** A lecture in one of the lengths that its video has had. */
type Length = { lessonId: string; lengthSeconds: number };

/** How a lecture is watched, by all who ever began or by those of one cohort, in at most 300 columns. */
export async function unsafeFindHeat(
  { db }: Pick<PersonContext, "db">,
  { lecture, lengthSeconds, cohortId }: { lecture: WatchedLecture; lengthSeconds: number; cohortId?: string },
): Promise<Heat> {
  const cohort = cohortId ? Prisma.sql`AND e."cohortId" = ${cohortId}::uuid` : Prisma.empty;
  const among = Prisma.sql`e."courseId" = ${lecture.courseId}::uuid ${cohort}`;
  const [heat] = await unsafeFindHeats({ db }, { lectures: [{ lessonId: lecture.lessonId, lengthSeconds }], among });
  if (!heat) throw new Error("A heat for each lecture was asked for");
  return heat;
}

/**
 * How lectures are watched, in their order, by those of whose enrolment `e` the condition `among` is true: each in at
 * most `most` columns. One query: it turns each learner's ranges into steps up and down, adds the steps of all, and
 * only then cuts into columns, so that neither learners × seconds are ever spread out nor more than the columns are read.
 */
export async function unsafeFindHeats(
  { db }: Pick<PersonContext, "db">,
  { lectures, among, most = MOST_COLUMNS }: { lectures: readonly Length[]; among: Prisma.Sql; most?: number },
): Promise<Heat[]> {
  if (lectures.length === 0) return [];
  const sizes = lectures.map(({ lengthSeconds }) => columnSeconds(lengthSeconds, most));
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH lecture AS MATERIALIZED (
      SELECT * FROM unnest(${lectures.map(({ lessonId }) => lessonId)}::uuid[],
        ${lectures.map(({ lengthSeconds }) => lengthSeconds)}::int[], ${sizes}::int[]) AS l("of", "length", "size")
    ), learner AS MATERIALIZED (
      SELECT l."of", l."size", w."watched", w."rewatched", coalesce(upper(w."watched"), 0) AS "reach",
        f."enrolmentId" IS NOT NULL AS "done",
        -- Here and not by seconds_in: called row by row, it takes longer than all the rest.
        (SELECT coalesce(sum(upper(r) - lower(r)), 0)::int FROM unnest(w."watched") r) AS "seconds"
      FROM lecture l JOIN "Watching" w ON w."lessonId" = l."of" AND w."lengthSeconds" = l."length"
      JOIN "Enrolment" e ON e."id" = w."enrolmentId"
      LEFT JOIN "Completion" f ON f."enrolmentId" = w."enrolmentId" AND f."lessonId" = w."lessonId" WHERE ${among}
    ), once AS MATERIALIZED (
      SELECT "of", lower(r) AS "from", upper(r) AS "to" FROM learner, unnest("watched") r
    ), again AS MATERIALIZED (
      SELECT "of", lower(r) AS "from", upper(r) AS "to" FROM learner, unnest("rewatched") r
    ), step AS (
      SELECT "of", "from" AS "at", count(*) AS "w", 0 AS "r", 0 AS "n" FROM once GROUP BY 1, 2
      UNION ALL SELECT "of", "to", -count(*), 0, 0 FROM once GROUP BY 1, 2
      UNION ALL SELECT "of", "from", 0, count(*), 0 FROM again GROUP BY 1, 2
      UNION ALL SELECT "of", "to", 0, -count(*), 0 FROM again GROUP BY 1, 2
      UNION ALL SELECT "of", 0, 0, 0, count(*) FROM learner WHERE "reach" > 0 GROUP BY 1
      UNION ALL SELECT "of", "reach", 0, 0, -count(*) FROM learner WHERE "reach" > 0 GROUP BY 1, 2
    ), summed AS (
      SELECT "of", "at", sum("w") AS "w", sum("r") AS "r", sum("n") AS "n" FROM step GROUP BY "of", "at"
    ), level AS (
      SELECT "of", l."size", "at", lead("at", 1, l."length") OVER run AS "until",
        sum("w") OVER run AS "w", sum("r") OVER run AS "r", sum("n") OVER run AS "n"
      FROM summed JOIN lecture l USING ("of") WINDOW run AS (PARTITION BY "of" ORDER BY "at")
    ), spread AS (
      SELECT "of", i AS "column", least("until", (i + 1) * "size") - greatest("at", i * "size") AS "length", "w", "r", "n"
      FROM level, generate_series("at" / "size", ("until" - 1) / "size") i WHERE "until" > "at"
    ), stop AS (
      SELECT "of", ("reach" - 1) / "size" AS "column", count(*) AS "stopped" FROM learner
      WHERE "reach" > 0 AND NOT "done" GROUP BY 1, 2
    ), heat AS (
      SELECT "of", "column", sum("w" * "length") AS "w", sum("r" * "length") AS "r", sum("n" * "length") AS "n"
      FROM spread GROUP BY 1, 2
    ), drawn AS (
      SELECT "of", json_agg(json_build_array("column", "w", "r", "n", coalesce("stopped", 0)) ORDER BY "column") AS "columns"
      FROM heat LEFT JOIN stop USING ("of", "column") GROUP BY "of"
    )
    SELECT l."of" AS "lessonId", l."length" AS "lengthSeconds", counted.*, coalesce(drawn."columns", '[]') AS "columns"
    FROM lecture l LEFT JOIN drawn USING ("of") CROSS JOIN LATERAL (
      SELECT count(*)::int AS "learners", (count(*) FILTER (WHERE "done"))::int AS "finished",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY "seconds") AS "medianSeconds"
      FROM learner WHERE learner."of" = l."of") counted`,
  );
  const found = new Map(
    rowSchema
      .array()
      .parse(rows)
      .map((row) => [row.lessonId, toHeat(row, most)]),
  );
  return lectures.flatMap(({ lessonId }) => found.get(lessonId) ?? []);
}

function toHeat(row: z.infer<typeof rowSchema>, most: number): Heat {
  const { columns, medianSeconds, lengthSeconds, learners, finished } = row;
  const size = columnSeconds(lengthSeconds, most);
  const byColumn = new Map(columns.map(([column, ...values]) => [column, values]));
  return {
    learners,
    finished,
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
