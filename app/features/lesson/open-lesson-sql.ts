/** Expressions of the statement around it, never anything that somebody typed. */
type Places = {
  /** Alias of a row of "ReleaseLesson". */
  lesson: string;
  enrolmentId: string;
  /** When the enrolment, or its cohort, began. */
  startsAt: string;
  currentReleaseId: string;
  now: string;
};

/**
 * SQL that says whether a lesson of a release is open to a learner, as `waitFor` says it of an outline: its day has
 * come and what it asks for first is completed, or it is completed itself. A lesson that the course no longer has is
 * not asked for.
 */
export function openLessonSql({ lesson, enrolmentId, startsAt, currentReleaseId, now }: Places): string {
  const completed = (id: string) => `EXISTS (SELECT 1 FROM "Completion" did
    WHERE did."enrolmentId" = ${enrolmentId} AND did."lessonId" = ${id})`;
  return `(((${lesson}."opensAt" IS NULL OR ${lesson}."opensAt" <= ${now})
    AND (${lesson}."dripDays" IS NULL OR ${startsAt} + ${lesson}."dripDays" * interval '24 hours' <= ${now})
    AND (${lesson}."requires" = '{}' OR NOT EXISTS (SELECT 1 FROM unnest(${lesson}."requires") AS "asked"("id")
      JOIN "ReleaseLesson" there ON there."releaseId" = ${currentReleaseId} AND there."lessonId" = "asked"."id"
      WHERE NOT ${completed(`"asked"."id"`)})))
    OR ${completed(`${lesson}."lessonId"`)})`;
}
