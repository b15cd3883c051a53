import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { bucketDays, type Period } from "./bucket-days.ts";
import type { SatQuiz } from "./find-sat-quiz.server.ts";

/** Tenths of the whole score. */
const BINS = 10;

const rowSchema = z.object({
  attempts: z.number(),
  learners: z.number(),
  open: z.number(),
  /** Set aside: in none of the other figures. */
  voided: z.number(),
  waiting: z.number(),
  passed: z.number(),
  graded: z.number(),
  /** From 0 to 1. */
  mean: z.number().nullable(),
  median: z.number().nullable(),
  bins: z.array(z.object({ bin: z.number(), count: z.number() })),
  days: z.array(z.object({ day: z.iso.date(), count: z.number() })),
});

export type ResultsOverview = Omit<z.infer<typeof rowSchema>, "days"> & {
  /** How many attempts reached each tenth of the score, the last with the whole in it. */
  scores: { from: number; to: number; count: number }[];
  periods: Period[];
};

/** How often a quiz was sat, when, and with what result. Days are those of the actor's time zone. One query. */
export async function findResultsOverview(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { lessonId }: Pick<SatQuiz, "lessonId">,
): Promise<ResultsOverview> {
  const zone = await readerZone(db, actor);
  const [row] = await queryRows(
    db,
    Prisma.sql`
    WITH sat AS MATERIALIZED (
      SELECT a."enrolmentId", a."state", a."points", a."passed", a."startedAt",
        a."points"::float8 / nullif(a."maxPoints", 0) AS "share"
      FROM "Attempt" a WHERE a."lessonId" = ${lessonId}::uuid AND a."state" <> 'voided'
    )
    SELECT count(*)::int AS "attempts", count(DISTINCT "enrolmentId")::int AS "learners",
      count(*) FILTER (WHERE "state" = 'open')::int AS "open",
      (SELECT count(*)::int FROM "Attempt" v WHERE v."lessonId" = ${lessonId}::uuid AND v."state" = 'voided') AS "voided",
      count(*) FILTER (WHERE "state" = 'submitted' AND "points" IS NULL)::int AS "waiting",
      count(*) FILTER (WHERE "passed")::int AS "passed", count("points")::int AS "graded",
      avg("share") AS "mean", percentile_cont(0.5) WITHIN GROUP (ORDER BY "share") AS "median",
      (SELECT coalesce(json_agg(b), '[]') FROM (
        SELECT least(${BINS}, width_bucket("share", 0, 1, ${BINS})) AS "bin", count(*)::int AS "count"
        FROM sat WHERE "share" IS NOT NULL GROUP BY 1) b) AS "bins",
      (SELECT coalesce(json_agg(d ORDER BY d."day"), '[]') FROM (
        SELECT ("startedAt" AT TIME ZONE ${zone})::date AS "day", count(*)::int AS "count" FROM sat GROUP BY 1) d)
        AS "days"
    FROM sat`,
  );
  const { days, ...figures } = rowSchema.parse(row);
  const counts = new Map(figures.bins.map(({ bin, count }) => [bin, count]));
  const scores = Array.from({ length: BINS }, (_, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count: counts.get(i + 1) ?? 0,
  }));
  return { ...figures, scores, periods: bucketDays(days) };
}
