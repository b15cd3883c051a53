import { writeSerial } from "#app/features/certificate/serial.ts";
import { canGradeCourse, canTendLearners } from "#app/features/course/course-access.ts";
import { canPutBack } from "#app/features/enrolment/enrolment-access.ts";
import { deriveLearnerCourse } from "#app/features/progress/derive-learner-course.server.ts";
import { findEnrolmentGrades } from "#app/features/progress/find-enrolment-grades.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { readFacts } from "./learner-facts.server.ts";
import { type LearnerPlace, readActs, readPlace } from "./learner-rows.server.ts";
import { viewQuizzes } from "./view-quizzes.ts";

type Context = Pick<PersonContext, "db" | "actor" | "locale">;

/**
 * Every fact of one learner in one course: her place, her progress and what is missing to it, each lesson with what
 * completed it, each quiz with its attempts, grades, accommodations, certificates, and what was done upon her by those
 * who teach. `tends` says whether the actor may change any of it. As many queries whatever she did. Throws 404 for who
 * does not teach the course, and where it has no such place.
 */
export async function findLearner(ctx: Context, address: { course: string; enrolment: string }) {
  const { db, actor, locale } = ctx;
  const found = await readPlace(db, address);
  if (!found || !canGradeCourse(actor, found)) throw notFound();
  const { enrolment, person, place } = found;
  const { sections, progress } = await deriveLearnerCourse(db, found);
  const [facts, grades, acts, certificates] = await Promise.all([
    readFacts(db, address),
    findEnrolmentGrades(db, { enrolmentIds: [enrolment.id] }),
    readActs(db, address),
    findCertificates(ctx, found),
  ]);
  const by = <Row extends { lessonId: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.lessonId, row]));
  const [completions, watched] = [by(facts.completions), by(facts.watched)];
  const graded = grades.get(enrolment.id);
  const gradeOf = by(graded?.lessons ?? []);
  const outline = sections.map(({ id, titles, lessons }) => ({
    id,
    title: pickTranslated(titles, locale),
    lessons: lessons.map(({ id: lessonId, kind, slug, titles, standing, completed }) => ({
      ...{ id: lessonId, kind, slug, standing, completed },
      title: pickTranslated(titles, locale),
      completion: completions.get(lessonId) ?? null,
      watched: watched.get(lessonId) ?? null,
      grade: gradeOf.get(lessonId) ?? null,
    })),
  }));
  const lessons = outline.flatMap((section) => section.lessons);
  return {
    course: { slug: found.slug, title: pickTranslated(found.titles, locale) },
    person,
    place: {
      ...place,
      ...{ id: enrolment.id, state: enrolment.state, enrolledAt: enrolment.enrolledAt },
      ...{ completedAt: enrolment.completedAt, accessUntil: enrolment.accessUntil },
      mayPutBack: enrolment.state === "withdrawn" && canPutBack(actor, place),
      cohort: enrolment.cohort && pickTranslated(enrolment.cohort.names, locale),
    },
    tends: canTendLearners(actor, found),
    progress: {
      ...{ share: progress.share, required: progress.required, completed: progress.completedRequired },
      finished: progress.finished,
      missing: progress.missing.flatMap((id) => lessons.filter((lesson) => lesson.id === id).map(({ title }) => title)),
    },
    grade: graded?.grade ?? null,
    outline,
    quizzes: viewQuizzes(facts, { lessons, locale }),
    certificates,
    acts: acts.map(({ lesson, ...act }) => ({ ...act, lesson: lesson && pickTranslated(lesson, locale) })),
  };
}

export type LearnerPage = Awaited<ReturnType<typeof findLearner>>;

/** Hers for this course, those that were replaced among them, newest first. */
async function findCertificates({ db }: Context, { id: courseId, person }: LearnerPlace) {
  const rows = await db.certificate.findMany({
    where: { userId: person.id, courseId },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    select: { serial: true, issuedAt: true, expiresAt: true, revokedAt: true, current: true },
  });
  return rows.map(({ serial, ...certificate }) => ({ ...certificate, serial: writeSerial(serial) }));
}
