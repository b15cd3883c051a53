import { z } from "zod";
import { loadOutlines } from "#app/features/course/load-release.server.ts";
import type { Grade } from "#app/features/progress/course-grade.ts";
import { windowFor } from "#app/features/quiz/attempt-window.ts";
import { accommodationSchema } from "#app/features/quiz/load-sitting.server.ts";
import { paperSchema } from "#app/features/quiz/paper.ts";
import { revealsFor } from "#app/features/quiz/reveal.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type OwnLessonGrade, ownCourseGrade } from "./own-grades.ts";

const { revealAfterSubmitting, revealAfterClosing, opensAt, closesAt, minutes, graceSeconds } =
  paperSchema.shape.rules.shape;

const rowSchema = z.object({
  releaseId: z.uuid(),
  dropLowest: z.number(),
  lessonId: z.uuid(),
  weight: z.number(),
  share: z.number().nullable(),
  waiting: z.boolean().nullable(),
  given: z.object({ share: z.number(), reason: z.string(), givenAt: z.coerce.date() }).nullable(),
  own: accommodationSchema,
  cohort: accommodationSchema,
  /** Of the attempts that her grade is made of, each by the rules of its own paper. */
  rules: z.array(z.object({ revealAfterSubmitting, revealAfterClosing, opensAt, closesAt, minutes, graceSeconds })),
});

type Row = z.infer<typeof rowSchema>;

export type OwnGrades = {
  grade: Grade | "hidden";
  dropLowest: number;
  lessons: (OwnLessonGrade & { titles: Translated })[];
};

/**
 * What the actor came to in the graded lessons of a course, by her own release, as far as the quizzes let her know; with
 * what a person gave her, and why. Null where she has no place in the course, or nothing there is graded.
 */
export async function findOwnGrades(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course }: { course: string },
): Promise<OwnGrades | null> {
  const rows = await readRows(db, { userId: actor.id, course });
  const [first] = rows;
  if (!first) return null;
  const now = clock.now();
  const [outline] = await loadOutlines(db, [first.releaseId]);
  const named = new Map(outline?.sections.flatMap(({ lessons }) => lessons.map(({ id, titles }) => [id, titles])));
  const lessons = rows.map((row) => ({
    ...{ lessonId: row.lessonId, weight: row.weight, given: row.given },
    came: cameTo(row, now),
    titles: named.get(row.lessonId) ?? {},
  }));
  return { grade: ownCourseGrade(lessons, first.dropLowest), dropLowest: first.dropLowest, lessons };
}

function cameTo(row: Row, now: Date): OwnLessonGrade["came"] {
  if (row.waiting) return { to: "waiting" };
  if (row.share === null) return { to: "none" };
  const shown = row.rules.every((rules) => {
    const { closesAt: closing } = windowFor(rules, row);
    return revealsFor(rules, { closesAt: closing, now }).has("score");
  });
  return shown ? { to: "share", share: row.share } : { to: "hidden" };
}

const accommodation = (whose: Prisma.Sql) => Prisma.sql`
  (SELECT json_build_object('extraMinutes', a."extraMinutes", 'opensAt', a."opensAt", 'closesAt', a."closesAt")
    FROM "QuizAccommodation" a WHERE a."lessonId" = l."lessonId" AND ${whose})`;

async function readRows(db: Db, { userId, course }: { userId: string; course: string }): Promise<Row[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT e."releaseId", r."dropLowest", l."lessonId", l."weight", s."share", s."waiting",
      CASE WHEN o."share" IS NOT NULL
        THEN json_build_object('share', o."share", 'reason', o."reason", 'givenAt', o."givenAt") END AS "given",
      ${accommodation(Prisma.sql`a."enrolmentId" = e."id"`)} AS "own",
      ${accommodation(Prisma.sql`a."cohortId" = e."cohortId"`)} AS "cohort",
      (SELECT coalesce(json_agg(a."paper" -> 'rules'), '[]') FROM "Attempt" a
        WHERE a."enrolmentId" = e."id" AND a."lessonId" = l."lessonId" AND a."state" = 'submitted'
          AND a."voidedAt" IS NULL) AS "rules"
    FROM "Course" c JOIN "Enrolment" e ON e."courseId" = c."id" AND e."userId" = ${userId}::uuid
    JOIN "Release" r ON r."id" = e."releaseId"
    JOIN "ReleaseLesson" l ON l."releaseId" = e."releaseId" AND l."required" AND l."kind" = 'quiz'
    LEFT JOIN "QuizStanding" s ON s."enrolmentId" = e."id" AND s."lessonId" = l."lessonId"
    LEFT JOIN "GradeOverride" o ON o."enrolmentId" = e."id" AND o."lessonId" = l."lessonId"
    WHERE c."slug" = ${course} ORDER BY l."position"`,
  );
  return rowSchema.array().parse(rows);
}
