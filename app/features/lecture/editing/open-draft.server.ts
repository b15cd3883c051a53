import { canEditCourse } from "#app/features/course/course-access.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

type Asker = { db: DbOrTx; actor: PersonContext["actor"] };

const instructors = { select: { instructorId: true, role: true } } as const;

/** The draft of a course that the actor may edit. Throws 404 where there is none. */
export async function openCourseDraft({ db, actor }: Asker, { course: slug }: { course: string }) {
  const course = await db.course.findUnique({
    where: { slug },
    select: { id: true, slug: true, locales: true, sourceLocale: true, instructors },
  });
  if (!course || !canEditCourse(actor, course)) throw notFound();
  const { id, locales, sourceLocale } = course;
  return { id, slug, locales: locales.map((one) => localeSchema.parse(one)), sourceLocale };
}

/** A lesson of such a draft whose body is a lecture. Throws 404 where there is none. */
export async function openLectureDraft(asker: Asker, address: { course: string; lesson: string }) {
  const course = await openCourseDraft(asker, address);
  const lesson = await asker.db.lesson.findUnique({
    where: { courseId_slug: { courseId: course.id, slug: address.lesson } },
    select: { id: true, slug: true, kind: true, minutes: true },
  });
  if (lesson?.kind !== "lecture") throw notFound();
  return { course, lesson };
}
