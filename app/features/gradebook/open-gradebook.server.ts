import { canSeeRoster } from "#app/features/enrolment/enrolment-access.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canOverrideGrades } from "./gradebook-access.ts";

type Context = { db: DbOrTx; actor: PersonContext["actor"] };

/**
 * A course whose grades the actor may see, and whether she may override them. Throws 404 where she holds no role in it,
 * or it was deleted.
 */
export async function openGradebook({ db, actor }: Context, { course: slug }: { course: string }) {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, deletedAt: true },
      texts: { select: { locale: true, title: true } },
      instructors: { where: { instructor: { userId: actor.id } }, select: { role: true } },
    },
  });
  const role = course?.instructors[0]?.role ?? null;
  if (!course || course.deletedAt || !canSeeRoster(actor, { role })) throw notFound();
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]));
  return { courseId: course.id, slug, titles, mayOverride: canOverrideGrades(actor, { role }) };
}

/** The same for who is about to override grades. Throws 404 also where she may only see them. */
export async function openGradebookToChange(ctx: Context, address: { course: string }) {
  const course = await openGradebook(ctx, address);
  if (!course.mayOverride) throw notFound();
  return course;
}
