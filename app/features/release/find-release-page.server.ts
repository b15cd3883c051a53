import { canReleaseCourse } from "#app/features/course/course-access.ts";
import { findLengthChanges, type LengthChange } from "#app/features/lecture/editing/find-length-changes.server.ts";
import { draftToRelease, withoutFormerLanguages } from "#app/features/lesson/draft-to-release.ts";
import { unsafeFindReleaseEffects } from "#app/features/progress/find-release-effects.server.ts";
import type { ReleaseEffects } from "#app/features/progress/release-effects.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { Finding } from "./checks/checked-draft.ts";
import { checkDraft } from "./checks/registry.ts";
import type { Change } from "./difference.ts";
import { findDraftChanges } from "./find-draft-changes.server.ts";
import { type ListedRelease, unsafeFindReleases } from "./find-releases.server.ts";
import { freezeBodies } from "./freeze-bodies.server.ts";
import { outsideAddresses, readCheckedDraft } from "./read-checked-draft.server.ts";

const TIMEOUT_MS = 60_000;

export type ReleasePage = {
  course: { slug: string; titles: Translated; locales: Locale[] };
  findings: Finding[];
  /** By slug. */
  lessonTitles: Record<string, Translated>;
  lessonKinds: Record<string, string>;
  /** Addresses that lead outside: how many there are, how many were tried, and when last. */
  outside: { all: number; tried: number; checkedAt: Date | null };
  currentNumber: number | null;
  changes: Change[] | null;
  effects: ReleaseEffects;
  lengthChanges: LengthChange[];
  /** Of the learners whose progress the newest release has yet to be counted into. */
  counting: { waiting: number };
  releases: ListedRelease[];
  next: number | undefined;
};

/** Everything on the page from which a course is released. Throws 404 where the actor may not release it. */
export async function findReleasePage(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug, before }: { course: string; before?: number },
): Promise<ReleasePage> {
  const found = await db.course.findUnique({
    where: { slug },
    select: {
      ...draftToRelease,
      deletedAt: true,
      texts: { select: { locale: true, title: true } },
      instructors: { select: { instructorId: true, role: true } },
    },
  });
  if (!found || !canReleaseCourse(actor, found)) throw notFound();
  const course = withoutFormerLanguages(found);
  const courseId = course.id;
  const read = await inTransaction(
    db,
    async (tx) => {
      const bodies = await freezeBodies(tx, course);
      const draft = await readCheckedDraft(tx, { course, bodies });
      return { draft, ...(await findDraftChanges(tx, { course, bodies })) };
    },
    { timeoutMs: TIMEOUT_MS },
  );
  const lessons = read.draft.sections.flatMap((section) => section.lessons);
  const tried = [...read.draft.outside.values()].map(({ checkedAt }) => checkedAt);
  return {
    course: {
      slug,
      locales: course.locales.map((one) => localeSchema.parse(one)),
      titles: Object.fromEntries(course.texts.map(({ locale, title }) => [localeSchema.parse(locale), title])),
    },
    findings: checkDraft(read.draft),
    lessonTitles: Object.fromEntries(
      lessons.map(({ slug: lesson, texts }) => [
        lesson,
        Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
      ]),
    ),
    lessonKinds: Object.fromEntries(lessons.map((lesson) => [lesson.slug, lesson.kind])),
    outside: {
      ...{ all: outsideAddresses(read.draft.sections).length, tried: tried.length },
      checkedAt: tried.reduce<Date | null>((last, at) => (last && last > at ? last : at), null),
    },
    currentNumber: course.currentRelease?.number ?? null,
    changes: read.changes,
    effects: await unsafeFindReleaseEffects({ db }, { courseId, next: read.outline }),
    lengthChanges: await findLengthChanges(db, { courseId, releaseId: course.currentReleaseId }),
    counting: { waiting: await countWaiting(db, { courseId, number: course.releases[0]?.number ?? 0 }) },
    ...(await unsafeFindReleases(db, { courseId, before })),
  };
}

function countWaiting(db: Db, { courseId, number }: { courseId: string; number: number }): Promise<number> {
  return db.enrolment.count({ where: { courseId, countedThrough: { lt: number } } });
}
