import { z } from "zod";
import { findEnrolmentGrades, type GradedLesson } from "#app/features/progress/find-enrolment-grades.server.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";
import { type GradeFigures, gradeFigures } from "./grade-figures.ts";

const rowSchema = z.object({
  enrolmentIds: z.array(z.uuid()),
  /** The quizzes of all releases, as the newest that has them names them, in its order. */
  quizzes: z.array(
    z.object({
      lessonId: z.uuid(),
      slug: z.string(),
      titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
    }),
  ),
});

type GradedQuiz = GradeFigures & z.infer<typeof rowSchema>["quizzes"][number] & { waiting: number; overridden: number };

export type GradeDistribution = GradeFigures & {
  learners: number;
  /** Some answer of theirs still waits for a person. */
  waiting: number;
  /** Nothing of theirs is graded yet. */
  ungraded: number;
  lessons: GradedQuiz[];
};

/**
 * What those asked for came to, in the course and in each graded lesson, as their own grades are made. Two queries,
 * however many they are.
 */
export async function findGradeDistribution(
  { db }: Pick<PersonContext, "db">,
  course: ReportedCourse,
): Promise<GradeDistribution> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT (SELECT coalesce(json_agg(e."id"), '[]') FROM "Enrolment" e WHERE ${isAmong(course)}) AS "enrolmentIds",
      (SELECT coalesce(json_agg(l ORDER BY l."number" DESC, l."position"), '[]') FROM (
        SELECT DISTINCT ON (l."lessonId") l."lessonId", l."slug", r."number", l."position",
          (SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
            WHERE t."releaseId" = l."releaseId" AND t."lessonId" = l."lessonId") AS "titles"
        FROM "Release" r JOIN "ReleaseLesson" l ON l."releaseId" = r."id" AND l."kind" = 'quiz'
        WHERE r."courseId" = ${course.courseId}::uuid ORDER BY l."lessonId", r."number" DESC) l) AS "quizzes"`,
  );
  const { enrolmentIds, quizzes } = rowSchema.parse(row);
  const found = [...(await findEnrolmentGrades(db, { enrolmentIds })).values()];
  const grades = found.map(({ grade }) => grade);
  const byLesson = Map.groupBy(
    found.flatMap(({ lessons }) => lessons),
    ({ lessonId }) => lessonId,
  );
  return {
    learners: enrolmentIds.length,
    ...gradeFigures(grades.filter((grade) => typeof grade === "number")),
    waiting: grades.filter((grade) => grade === "waiting").length,
    ungraded: grades.filter((grade) => grade === null).length,
    lessons: quizzes.flatMap((quiz) => {
      const own = byLesson.get(quiz.lessonId);
      return own ? [{ ...quiz, ...standingOf(own) }] : [];
    }),
  };
}

function standingOf(lessons: readonly GradedLesson[]) {
  const figures = gradeFigures(lessons.flatMap(({ share }) => share ?? []));
  const count = (pick: (lesson: GradedLesson) => boolean) => lessons.filter(pick).length;
  return { ...figures, waiting: count(({ waiting }) => waiting), overridden: count(({ overridden }) => overridden) };
}
