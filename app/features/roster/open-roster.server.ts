import { canSeeRoster } from "#app/features/enrolment/enrolment-access.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

export type RosterCourse = {
  id: string;
  slug: string;
  titles: Translated;
  /** Those that begin last come first. */
  cohorts: { id: string; names: Translated }[];
};

/** A course whose learners the actor may see. Throws 404 where she holds no role in it, and where it was deleted. */
export async function openRoster(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<RosterCourse> {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, deletedAt: true },
      texts: { select: { locale: true, title: true } },
      cohorts: { orderBy: [{ startsAt: "desc" }, { id: "desc" }], select: { id: true, names: true } },
      instructors: { where: { instructor: { userId: actor.id } }, select: { role: true } },
    },
  });
  const role = course?.instructors[0]?.role ?? null;
  if (!course || course.deletedAt || !canSeeRoster(actor, { role })) throw notFound();
  return {
    id: course.id,
    slug: course.slug,
    titles: Object.fromEntries(course.texts.map(({ locale, title }) => [localeSchema.parse(locale), title])),
    cohorts: course.cohorts.map(({ id, names }) => ({ id, names: translatedSchema.parse(names) })),
  };
}
