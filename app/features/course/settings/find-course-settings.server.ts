import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { canEditCourse, canManageCourse } from "../course-access.ts";
import { findSubjects } from "../find-subjects.server.ts";

/** How many courses are offered as prerequisites. */
const MOST_CHOICES = 500;

const titles = { texts: { select: { locale: true, title: true } } } as const;

const select = {
  ...{ id: true, slug: true, state: true, deletedAt: true, sourceLocale: true, locales: true, level: true },
  ...{ subjectSlug: true, priceAmount: true, priceCurrency: true, coverSha256: true, selfPaced: true, seats: true },
  ...{ seatsTaken: true, enrolmentOpensAt: true, enrolmentClosesAt: true, completionRule: true, watchThreshold: true },
  ...{ accessDays: true, dropLowest: true, certificateRule: true, certificateMonths: true, currentReleaseId: true },
  certificatePaid: true,
  texts: { select: { locale: true, title: true, summary: true, outcomes: true } },
  formerSlugs: { select: { slug: true }, orderBy: { slug: "asc" } },
  instructors: { select: { instructorId: true, role: true } },
  prerequisites: { select: { requiredCourse: { select: { slug: true, ...titles } } } },
  requiredBy: { select: { course: { select: { slug: true, ...titles } } }, where: { course: { deletedAt: null } } },
  media: {
    where: { contentType: { startsWith: "image/" } },
    select: { path: true, sha256: true },
    orderBy: { path: "asc" },
  },
  cohorts: {
    omit: { courseId: true },
    include: { _count: { select: { enrolments: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  },
  _count: { select: { enrolments: true, certificates: true } },
} as const satisfies Prisma.CourseSelect;

/** All that a course's settings show, for who may edit it. Throws 404 to others. */
export async function findCourseSettings(
  ctx: Pick<PersonContext, "db" | "actor" | "locale">,
  { course: slug }: { course: string },
) {
  const { db, actor } = ctx;
  const row = await db.course.findUnique({ where: { slug }, select });
  if (!row || row.deletedAt || !canEditCourse(actor, row)) throw notFound();
  const { texts, cohorts, prerequisites, requiredBy, instructors, id, deletedAt: _, ...course } = row;
  const [subjects, choices, written, { currencies }] = await Promise.all([
    findSubjects(ctx),
    findChoices(ctx, { except: [id] }),
    countTexts(ctx, { courseId: id }),
    findSettings(db),
  ]);
  return {
    ...course,
    sourceLocale: localeSchema.parse(course.sourceLocale),
    locales: course.locales.map((locale) => localeSchema.parse(locale)),
    texts: texts.map((text) => ({ ...text, locale: localeSchema.parse(text.locale) })),
    titles: titlesOf(texts),
    cohorts: cohorts.map(({ names, _count, ...cohort }) => ({
      ...cohort,
      names: translatedSchema.parse(names),
      inUse: _count.enrolments > 0,
    })),
    prerequisites: prerequisites.map(({ requiredCourse }) => named(requiredCourse)),
    requiredBy: requiredBy.map(({ course }) => named(course)),
    ...{ subjects, choices, written },
    /** In which it may be sold. */
    currencies,
    manages: canManageCourse(actor, { instructors }),
  };
}

export type CourseSettings = Awaited<ReturnType<typeof findCourseSettings>>;

type Titled = { texts: { locale: string; title: string }[] };

function titlesOf(texts: Titled["texts"]): Translated {
  return Object.fromEntries(texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
}

function named({ slug, texts }: { slug: string } & Titled) {
  return { slug, titles: titlesOf(texts) };
}

/** Courses that may be demanded: those that anybody sees, and those that the actor teaches. */
export function coursesToDemand(actor: Actor): Prisma.CourseWhereInput {
  const mine = actor?.instructorId ? [{ instructors: { some: { instructorId: actor.instructorId } } }] : [];
  return { deletedAt: null, ...(isAdmin(actor) ? {} : { OR: [{ state: "published" }, ...mine] }) };
}

async function findChoices({ db, actor }: Pick<PersonContext, "db" | "actor">, { except }: { except: string[] }) {
  const rows = await db.course.findMany({
    where: { ...coursesToDemand(actor), id: { notIn: except } },
    select: { slug: true, ...titles },
    orderBy: { slug: "asc" },
    take: MOST_CHOICES,
  });
  return rows.map(named);
}

/** How many lessons of the draft have a text in each language. */
async function countTexts({ db }: Pick<PersonContext, "db">, { courseId }: { courseId: string }) {
  const counts = await db.lessonText.groupBy({
    by: ["locale"],
    where: { lesson: { courseId, removedAt: null } },
    _count: true,
  });
  const written: Partial<Record<Locale, number>> = {};
  for (const { locale, _count } of counts) written[localeSchema.parse(locale)] = _count;
  return written;
}
