import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { findCourses } from "./find-courses.server.ts";

/** An instructor by handle with the newest of her published courses; two queries. Throws 404. */
export async function findInstructor(
  { db, locale }: Pick<UseCaseContext, "db" | "locale">,
  { handle }: { handle: string },
) {
  const instructor = await db.instructor.findUnique({
    where: { handle },
    select: { handle: true, names: true, headlines: true, bios: true },
  });
  if (!instructor) throw notFound();
  const { courses, next } = await findCourses({ db, locale }, { instructor: handle });
  const translated = (value: unknown) => pickTranslated(translatedSchema.parse(value), locale);
  return {
    handle,
    name: translated(instructor.names),
    headline: translated(instructor.headlines),
    bio: translated(instructor.bios),
    courses,
    hasMore: next !== undefined,
  };
}
