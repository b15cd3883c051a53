import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { canManageCourse } from "../course-access.ts";

/** Who teaches a course, and who is asked to. Only for its owner and admins; throws 404 to others. */
export async function findCourseInstructors(
  { db, actor, locale, clock }: Pick<PersonContext, "db" | "actor" | "locale" | "clock">,
  { course: slug }: { course: string },
) {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ slug: true, deletedAt: true },
      texts: { select: { locale: true, title: true } },
      instructors: {
        orderBy: [{ role: "asc" }, { position: "asc" }, { instructorId: "asc" }],
        select: {
          ...{ instructorId: true, role: true },
          instructor: { select: { handle: true, names: true, user: { select: { email: true } } } },
        },
      },
      invitations: {
        where: { acceptedAt: null, withdrawnAt: null },
        orderBy: { createdAt: "desc" },
        select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
      },
    },
  });
  if (!course || course.deletedAt || !canManageCourse(actor, course)) throw notFound();
  const titles: Translated = Object.fromEntries(
    course.texts.map((text) => [localeSchema.parse(text.locale), text.title]),
  );
  return {
    slug: course.slug,
    titles,
    instructors: course.instructors.map(({ instructorId, role, instructor }) => ({
      ...{ instructorId, role, handle: instructor.handle, email: instructor.user?.email ?? null },
      name: pickTranslated(translatedSchema.parse(instructor.names), locale),
    })),
    invitations: course.invitations.map((one) => ({ ...one, expired: one.expiresAt <= clock.now() })),
  };
}

export type CourseInstructors = Awaited<ReturnType<typeof findCourseInstructors>>;
