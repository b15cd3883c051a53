import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { SatQuiz } from "./find-sat-quiz.server.ts";
import type { ItemChoice } from "./results-schema.ts";

/** A version of a question, and the figures that `itemFigures` makes of it. */
export const itemFiguresSchema = z.object({
  versionId: z.uuid(),
  questionId: z.uuid(),
  name: z.string(),
  type: z.string(),
  number: z.number(),
  asked: z.number(),
  graded: z.number(),
  dropped: z.boolean(),
  corrected: z.boolean(),
  /** Mean share of the points earned, from 0 to 1. */
  facility: z.number().nullable(),
  /** From −1 to 1; null where it cannot be said. */
  discrimination: z.number().nullable(),
});

const itemSchema = itemFiguresSchema.extend({ blank: z.number() });

export type ItemStatistics = z.infer<typeof itemSchema>;

/** Below this a correlation says nothing. */
const FEWEST = 5;

/** Something said: letters, a number or a yes. An answer without any is blank, whatever its type. */
const SAID = '$.** ? ((@.type() == "string" && @ like_regex "\\\\S") || @.type() == "number" || @.type() == "boolean")';

/** Whether the attempt `a` is the first of those that count: numbers go on past what was set aside. */
export const isFirst = Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "Attempt" b WHERE b."enrolmentId" = a."enrolmentId"
  AND b."lessonId" = a."lessonId" AND b."number" < a."number" AND b."state" <> 'voided')`;

/** Attempts that figures are made of: submitted ones, each learner's first or all. */
export const satRows = ({ lessonId }: Pick<SatQuiz, "lessonId">, { of }: ItemChoice) => Prisma.sql`
  SELECT a."id", a."points", a."maxPoints" FROM "Attempt" a
  WHERE a."lessonId" = ${lessonId}::uuid AND a."state" = 'submitted'
    ${of === "first" ? isFirst : Prisma.empty}`;

/**
 * The figures of a question of which `g` are the grades and `a` the attempts they are of. Facility is the mean share of
 * its points that was earned; discrimination the correlation between the points earned by it and by the rest of the
 * paper (item–rest correlation, which for an item that is right or wrong is the point-biserial corrected for the item
 * itself: L. Crocker and J. Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 14).
 */
export const itemFigures = Prisma.sql`
  count(*)::int AS "asked", count(g."points")::int AS "graded", bool_or(g."dropped") AS "dropped",
  bool_or(g."correctionId" IS NOT NULL) AS "corrected", avg(g."points"::float8 / nullif(g."maxPoints", 0)) AS "facility",
  CASE WHEN count(a."points") >= ${FEWEST} THEN corr(g."points"::float8 / nullif(g."maxPoints", 0),
    (a."points" - CASE WHEN g."dropped" THEN 0 ELSE g."points" END)::float8
      / nullif(a."maxPoints" - CASE WHEN g."dropped" THEN 0 ELSE g."maxPoints" END, 0)) END AS "discrimination"`;

/**
 * How each question that was sat has done. Made of the grades as they are now, in one query; of one version where it is
 * named.
 */
export async function findItemStatistics(
  { db }: Pick<PersonContext, "db">,
  { quiz, choice, versionId }: { quiz: Pick<SatQuiz, "lessonId">; choice: ItemChoice; versionId?: string },
): Promise<ItemStatistics[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH item AS (
      SELECT g."versionId", ${itemFigures}, min(g."slot") AS "slot",
        count(*) FILTER (WHERE w."value" IS NULL OR NOT jsonb_path_exists(w."value", ${SAID}::jsonpath))::int AS "blank"
      FROM (${satRows(quiz, choice)}) a JOIN "SlotGrade" g ON g."attemptId" = a."id"
      LEFT JOIN "Answer" w ON w."attemptId" = g."attemptId" AND w."slot" = g."slot"
      ${versionId ? Prisma.sql`WHERE g."versionId" = ${versionId}::uuid` : Prisma.empty}
      GROUP BY g."versionId"
    )
    SELECT item.*, q."id" AS "questionId", q."name", q."type", v."number"
    FROM item JOIN "QuestionVersion" v ON v."id" = item."versionId" JOIN "Question" q ON q."id" = v."questionId"
    ORDER BY item."slot", q."name", v."number"`,
  );
  return itemSchema.array().parse(rows);
}
