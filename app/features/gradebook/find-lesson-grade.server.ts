import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findGradedColumns } from "./find-graded-columns.server.ts";
import { loadLessonGrade } from "./load-lesson-grade.server.ts";
import { openGradebook } from "./open-gradebook.server.ts";

const MOST_ACTS = 50;

const actSchema = z.object({
  id: z.uuid(),
  at: z.date(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** Hundredths of a percent; null where a grade was taken away. */
  share: z.number().nullable(),
});

/** A grade given or taken away, by whom, when and why. */
export type OverrideAct = z.infer<typeof actSchema>;

/**
 * What one learner came to in one graded lesson: by her attempts and by what was given in their place, and the history
 * of that. Throws 404 where the actor holds no role in the course, or there is no such grade.
 */
export async function findLessonGrade(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, enrolment, lesson }: { course: string; enrolment: string; lesson: string },
) {
  const { db } = ctx;
  const course = await openGradebook(ctx, { course: slug });
  const { courseId } = course;
  const [{ graded, grade }, columns, learner, earned, given, acts] = await Promise.all([
    loadLessonGrade(db, { courseId, enrolment, lesson }),
    findGradedColumns(db, { courseId }),
    db.enrolment.findFirst({ where: { id: enrolment, courseId }, select: { user: { select: { name: true } } } }),
    db.quizStanding.findUnique({
      where: { enrolmentId_lessonId: { enrolmentId: enrolment, lessonId: lesson } },
      select: { share: true, waiting: true, attempts: true },
    }),
    db.gradeOverride.findUnique({
      where: { enrolmentId_lessonId: { enrolmentId: enrolment, lessonId: lesson } },
      select: { share: true, reason: true, givenAt: true, givenBy: { select: { name: true } } },
    }),
    findActs(db, { courseId, enrolment, lesson }),
  ]);
  const column = columns.find(({ lessonId }) => lessonId === lesson);
  if (!learner || !column) throw notFound();
  return { course, column, learner: learner.user.name, weight: graded.weight, grade, earned, given, acts };
}

/** Newest first. An import is one act upon many, and holds their grades. */
async function findActs(
  db: DbOrTx,
  { courseId, enrolment, lesson }: { courseId: string; enrolment: string; lesson: string },
): Promise<OverrideAct[]> {
  const one = JSON.stringify({ lessonId: lesson });
  const ofImport = JSON.stringify([{ enrolmentId: enrolment, lessonId: lesson }]);
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT a."id", a."at", u."name" AS "by", a."reason", a."share" FROM (
      SELECT "id", "at", "actorId", "reason", ("after" ->> 'share')::int AS "share" FROM "AuditEntry"
      WHERE "subjectType" = 'enrolment' AND "subjectId" = ${enrolment}
        AND "action" IN ('gradeOverride.give', 'gradeOverride.remove')
        AND coalesce("after", "before") @> ${one}::jsonb
      UNION ALL
      SELECT "id", "at", "actorId", "reason", (
          SELECT (g ->> 'share')::int FROM jsonb_array_elements("after" -> 'grades') g
          WHERE g ->> 'enrolmentId' = ${enrolment} AND g ->> 'lessonId' = ${lesson}) AS "share"
      FROM "AuditEntry"
      WHERE "subjectType" = 'course' AND "subjectId" = ${courseId} AND "action" = 'gradeOverride.import'
        AND "after" -> 'grades' @> ${ofImport}::jsonb) a
    LEFT JOIN "User" u ON u."id" = a."actorId"
    ORDER BY a."at" DESC, a."id" DESC LIMIT ${MOST_ACTS}`,
  );
  return actSchema.array().parse(rows);
}
