import type { Prisma } from "#app/platform/db/generated/client.ts";
import { rememberUntilChange } from "#app/platform/db/remember.server.ts";
import { gone, notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { bestLocale, isLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { canViewCourse } from "./course-access.ts";
import { loadOutlines } from "./load-release.server.ts";
import type { ReleaseOutline } from "./release-outline.ts";

/** Runs of a course that the page shows; further ones come with time. */
const COHORTS_SHOWN = 6;

const select = (locale: Locale, now: Date) =>
  ({
    id: true,
    slug: true,
    state: true,
    level: true,
    locales: true,
    priceAmount: true,
    priceCurrency: true,
    coverSha256: true,
    selfPaced: true,
    certificateRule: true,
    certificatePaid: true,
    lessonCount: true,
    minutes: true,
    publishedAt: true,
    updatedAt: true,
    deletedAt: true,
    subject: { select: { slug: true, names: true } },
    texts: { select: { locale: true, title: true, summary: true, outcomes: true } },
    currentRelease: { select: { id: true, createdAt: true } },
    instructors: {
      select: {
        instructorId: true,
        role: true,
        instructor: { select: { handle: true, names: true, headlines: true } },
      },
      orderBy: [{ position: "asc" }, { instructorId: "asc" }],
    },
    cohorts: {
      where: { endsAt: { gt: now } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: COHORTS_SHOWN,
      select: {
        id: true,
        names: true,
        startsAt: true,
        endsAt: true,
        enrolmentOpensAt: true,
        enrolmentClosesAt: true,
        seats: true,
        seatsTaken: true,
      },
    },
    prerequisites: {
      where: { requiredCourse: { state: "published" } },
      select: {
        requiredCourse: {
          select: { slug: true, titles: { where: { locale }, select: { title: true, textLocale: true } } },
        },
      },
    },
    programmes: { select: { programme: { select: { slug: true, titles: true } } } },
  }) satisfies Prisma.CourseSelect;

type CourseRow = Prisma.CourseGetPayload<{ select: ReturnType<typeof select> }>;

/** Seats that are free; null where there is no limit. */
function seatsLeft({ seats, seatsTaken }: { seats: number | null; seatsTaken: number }): number | null {
  return seats === null ? null : Math.max(0, seats - seatsTaken);
}

const toIso = (date: Date | null) => date?.toISOString() ?? null;

function pickText(course: CourseRow, locale: Locale) {
  const best = bestLocale(
    course.texts.map((text) => text.locale),
    locale,
  );
  const text = course.texts.find((candidate) => candidate.locale === best);
  if (!text || !best) throw notFound();
  return { title: text.title, summary: text.summary, outcomes: text.outcomes, locale: best };
}

function showOutline(outline: ReleaseOutline | undefined, locale: Locale) {
  return (outline?.sections ?? []).map((section) => ({
    id: section.id,
    title: pickTranslated(section.titles, locale),
    minutes: section.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: section.lessons.map(({ titles, ...lesson }) => ({ ...lesson, title: pickTranslated(titles, locale) })),
  }));
}

function showCourse(course: CourseRow, { outline, locale }: { outline: ReleaseOutline | undefined; locale: Locale }) {
  const translated = (value: unknown) => pickTranslated(translatedSchema.parse(value), locale);
  const locales = course.locales.filter(isLocale);
  return {
    id: course.id,
    slug: course.slug,
    state: course.state,
    level: course.level,
    text: pickText(course, locale),
    /** Languages in which the lessons can be read, and the one this reader will be given. */
    locales,
    lessonLocale: bestLocale(locales, locale),
    price: { amount: course.priceAmount, currency: course.priceCurrency },
    coverSha256: course.coverSha256,
    selfPaced: course.selfPaced,
    /** Whether finishing it brings a certificate, and how. */
    certificateRule: course.certificateRule,
    /** Whether that certificate is paid for by itself. */
    certificatePaid: course.certificatePaid,
    lessonCount: course.lessonCount,
    minutes: course.minutes,
    publishedAt: toIso(course.publishedAt),
    updatedAt: (course.currentRelease?.createdAt ?? course.updatedAt).toISOString(),
    subject: { slug: course.subject.slug, name: translated(course.subject.names) },
    sections: showOutline(outline, locale),
    instructors: course.instructors
      .filter(({ role }) => role !== "assistant")
      .map(({ instructor }) => ({
        handle: instructor.handle,
        name: translated(instructor.names),
        headline: translated(instructor.headlines),
      })),
    cohorts: course.cohorts.map((cohort) => ({
      id: cohort.id,
      name: translated(cohort.names),
      startsAt: cohort.startsAt.toISOString(),
      endsAt: cohort.endsAt.toISOString(),
      enrolmentOpensAt: toIso(cohort.enrolmentOpensAt),
      enrolmentClosesAt: toIso(cohort.enrolmentClosesAt),
      seatsLeft: seatsLeft(cohort),
    })),
    prerequisites: course.prerequisites.flatMap(({ requiredCourse: { slug, titles } }) =>
      titles.map(({ title, textLocale }) => ({
        slug,
        title: { text: title, locale: isLocale(textLocale) ? textLocale : locale },
      })),
    ),
    programmes: course.programmes.map(({ programme }) => ({
      slug: programme.slug,
      title: translated(programme.titles),
    })),
  };
}

/** What a course's public page shows, in the best language there is for the reader. Times are ISO 8601, UTC. */
export type CoursePage = ReturnType<typeof showCourse>;

// Seats left may be a minute old here, as they are for guests; enrolling asks anew.
const published = rememberUntilChange<CoursePage>({ max: 500, milliseconds: 60_000 });

/**
 * A course by its slug, from memory, or in one query and one more for an outline not read before; or the slug it has now, where the
 * given one is a former slug.
 * Throws 404 for one that is not there or not published, 410 for one that was published and has been archived.
 */
export async function findCourse(
  { db, actor, locale, clock }: Pick<UseCaseContext, "db" | "actor" | "locale" | "clock">,
  { slug }: { slug: string },
): Promise<{ course: CoursePage } | { movedTo: string }> {
  const memory = published(db);
  const known = memory.get(`${locale} ${slug}`);
  if (known) return { course: known };
  const course = await db.course.findUnique({ where: { slug }, select: select(locale, clock.now()) });
  if (course && !course.deletedAt && canViewCourse(actor, course)) {
    const [outline] = await loadOutlines(db, course.currentRelease ? [course.currentRelease.id] : []);
    const shown = showCourse(course, { outline, locale });
    if (shown.state === "published") memory.set(`${locale} ${slug}`, shown);
    return { course: shown };
  }
  if (course?.state === "archived") throw gone();
  if (course) throw notFound();
  const former = await db.courseFormerSlug.findUnique({
    where: { slug },
    select: { course: { select: { slug: true, state: true } } },
  });
  if (former?.course.state === "archived") throw gone();
  if (former?.course.state !== "published") throw notFound();
  return { movedTo: former.course.slug };
}
