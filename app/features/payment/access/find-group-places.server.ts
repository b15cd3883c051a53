import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { titlesIn } from "./present-group.ts";

/** As many courses as one list to choose from holds. */
const MOST_COURSES = 500;

/**
 * The published courses in which a group may have its seats, the latest published first, with the runs of each that are
 * not over. For admins: throws 404 to others.
 */
export async function findGroupPlaces({ db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">) {
  if (!isAdmin(actor)) throw notFound();
  const courses = await db.course.findMany({
    where: { state: "published" },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take: MOST_COURSES,
    select: {
      ...{ slug: true, selfPaced: true },
      texts: { select: { locale: true, title: true } },
      cohorts: {
        where: { endsAt: { gt: clock.now() } },
        orderBy: { startsAt: "asc" },
        select: { id: true, names: true },
      },
    },
  });
  return courses.map(({ slug, selfPaced, texts, cohorts }) => ({
    ...{ slug, selfPaced, titles: titlesIn(texts) },
    cohorts: cohorts.map(({ id, names }) => ({ id, names: translatedSchema.parse(names) })),
  }));
}

export type GroupPlaces = Awaited<ReturnType<typeof findGroupPlaces>>;
