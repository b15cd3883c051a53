import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { selectCourses } from "./select-courses.server.ts";

/** A programme by its slug with its published courses in order; two queries. Throws 404. */
export async function findProgramme({ db, locale }: Pick<UseCaseContext, "db" | "locale">, { slug }: { slug: string }) {
  const programme = await db.programme.findUnique({
    where: { slug },
    select: { id: true, slug: true, titles: true, summaries: true, certificateRule: true },
  });
  if (!programme) throw notFound();
  const courses = await selectCourses(db, {
    locale,
    picked: Prisma.sql`
      SELECT c."id", 0 AS "rank" FROM "ProgrammeCourse" pc JOIN "Course" c ON c."id" = pc."courseId"
      WHERE pc."programmeId" = ${programme.id}::uuid AND c."state" = 'published' ORDER BY pc."position"`,
  });
  return {
    slug: programme.slug,
    /** Whether finishing all of it brings a certificate, and how. */
    certificateRule: programme.certificateRule,
    title: pickTranslated(translatedSchema.parse(programme.titles), locale),
    summary: pickTranslated(translatedSchema.parse(programme.summaries), locale),
    minutes: courses.reduce((sum, course) => sum + course.minutes, 0),
    courses,
  };
}
