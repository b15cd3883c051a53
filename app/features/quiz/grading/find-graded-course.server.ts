import { canGradeCourse, canReleaseCourse } from "#app/features/course/course-access.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

export type GradedCourse = {
  courseId: string;
  slug: string;
  titles: Translated;
  locales: string[];
  /** Whether the actor may also correct questions. */
  mayCorrect: boolean;
};

/** A course whose answers the actor may read and grade. Throws 404 where she does not teach it. */
export async function findGradedCourse(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<GradedCourse> {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      id: true,
      deletedAt: true,
      locales: true,
      instructors: { select: { instructorId: true, role: true } },
      texts: { select: { locale: true, title: true } },
    },
  });
  if (!course || !canGradeCourse(actor, course)) throw notFound();
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]));
  const mayCorrect = canReleaseCourse(actor, course);
  return { courseId: course.id, slug, titles, locales: course.locales, mayCorrect };
}
