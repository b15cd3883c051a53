import { z } from "zod";
import { draftLessonColumns } from "#app/features/lesson/draft-lesson-columns.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { cslItemSchema } from "#app/features/lesson/references/reference-schema.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { CourseDraft, DraftLesson } from "./course-draft.ts";
import { selectLecture, toLecture, toVideos } from "./draft-lectures.server.ts";
import { findBanks, toQuiz } from "./draft-quizzes.server.ts";

const select = {
  id: true,
  slug: true,
  sourceLocale: true,
  locales: true,
  subjectSlug: true,
  level: true,
  coverSha256: true,
  priceAmount: true,
  priceCurrency: true,
  seats: true,
  selfPaced: true,
  enrolmentOpensAt: true,
  enrolmentClosesAt: true,
  completionRule: true,
  watchThreshold: true,
  certificateRule: true,
  certificateMonths: true,
  accessDays: true,
  dropLowest: true,
  prerequisites: { select: { requiredCourseId: true } },
  instructors: { select: { instructorId: true, role: true }, orderBy: [{ position: "asc" }, { instructorId: "asc" }] },
  texts: { select: { locale: true, title: true, summary: true, outcomes: true } },
  cohorts: { omit: { courseId: true, seatsTaken: true }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] },
  sections: {
    where: { removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      titles: true,
      lessons: {
        where: { removedAt: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          ...draftLessonColumns,
          texts: { select: { locale: true, title: true, summary: true, document: true } },
          lecture: { select: selectLecture },
          quiz: { select: { rules: true, plan: true } },
        },
      },
    },
  },
  references: { select: { csl: true }, orderBy: { key: "asc" } },
  media: { select: { path: true, sha256: true, contentType: true, bytes: true }, orderBy: { path: "asc" } },
} as const satisfies Prisma.CourseSelect;

type CourseRow = Prisma.CourseGetPayload<{ select: typeof select }>;

/**
 * The drafts of these courses, by course id; one that is not there is left out. Throws on a lesson whose text
 * is not a lesson's document.
 * Nothing is checked about who asks: for imports and exports by those who run the academy.
 */
export async function findCourseDraftsUnsafe(db: DbOrTx, courseIds: string[]): Promise<Map<string, CourseDraft>> {
  const rows = await db.course.findMany({ where: { id: { in: courseIds } }, select });
  const banks = await findBanks(db, courseIds);
  const drafts = new Map<string, CourseDraft>();
  for (const row of rows) drafts.set(row.id, await toDraft(row, banks.get(row.id)));
  return drafts;
}

type Bank = Awaited<ReturnType<typeof findBanks>> extends Map<string, infer One> ? One : never;

async function toDraft(row: CourseRow, bank: Bank | undefined): Promise<CourseDraft> {
  return {
    id: row.id,
    slug: row.slug,
    sourceLocale: localeSchema.parse(row.sourceLocale),
    locales: z.array(localeSchema).parse(row.locales),
    subject: row.subjectSlug,
    level: row.level,
    coverSha256: row.coverSha256,
    price: { amount: row.priceAmount, currency: row.priceCurrency },
    seats: row.seats,
    selfPaced: row.selfPaced,
    enrolment: toWindow(row),
    prerequisites: row.prerequisites.map(({ requiredCourseId }) => requiredCourseId),
    completion: row.completionRule,
    watchThreshold: row.watchThreshold,
    certificate: { rule: row.certificateRule, months: row.certificateMonths },
    accessDays: row.accessDays,
    dropLowest: row.dropLowest,
    instructors: row.instructors,
    title: byLocale(row.texts, (text) => text.title),
    summary: byLocale(row.texts, (text) => text.summary),
    outcomes: byLocale(row.texts, (text) => text.outcomes),
    cohorts: row.cohorts.map(toCohort),
    sections: row.sections.map((section) => ({
      id: section.id,
      title: inLocales(translatedSchema.parse(section.titles), row.locales),
      lessons: section.lessons.map((lesson) => toLesson(lesson, { bank, locales: row.locales })),
    })),
    media: row.media,
    references: z.array(cslItemSchema).parse(row.references.map(({ csl }) => csl)),
    videos: await toVideos(row.sections.flatMap((section) => section.lessons)),
    questions: bank?.questions ?? [],
    categories: bank?.categories ?? [],
  };
}

function toCohort(cohort: CourseRow["cohorts"][number]) {
  return {
    id: cohort.id,
    name: translatedSchema.parse(cohort.names),
    startsAt: cohort.startsAt.toISOString(),
    endsAt: cohort.endsAt.toISOString(),
    enrolment: toWindow(cohort),
    seats: cohort.seats,
  };
}

type LessonRow = CourseRow["sections"][number]["lessons"][number];

type Course = { bank: Bank | undefined; locales: string[] };

/** Texts in a language that was left out of the course are kept, and are not part of its draft. */
function toLesson(
  { texts, lecture, quiz, opensAt, dripDays, requires, weight, ...lesson }: LessonRow,
  { bank, locales }: Course,
): DraftLesson {
  return {
    ...lesson,
    ...(opensAt && { opensAt: opensAt.toISOString() }),
    ...(dripDays !== null && { dripDays }),
    ...(requires.length > 0 && { requires: requires.map(({ requiredLessonId }) => requiredLessonId) }),
    ...(weight !== 1 && { weight }),
    ...(lesson.kind === "lecture" && { lecture: toLecture(lecture) }),
    ...(lesson.kind === "quiz" && { quiz: toQuiz(quiz, bank?.paths ?? new Map()) }),
    texts: byLocale(inCourse(texts, locales), ({ title, summary, document }) => ({
      title,
      summary,
      document: lessonDocumentSchema.parse(document),
    })),
  };
}

function inCourse<Row extends { locale: string }>(rows: Row[], locales: string[]): Row[] {
  return rows.filter(({ locale }) => locales.includes(locale));
}

function inLocales(texts: Translated, locales: string[]): Translated {
  return Object.fromEntries(Object.entries(texts).filter(([locale]) => locales.includes(locale)));
}

function toWindow(row: { enrolmentOpensAt: Date | null; enrolmentClosesAt: Date | null }) {
  return {
    opensAt: row.enrolmentOpensAt?.toISOString() ?? null,
    closesAt: row.enrolmentClosesAt?.toISOString() ?? null,
  };
}

function byLocale<Row extends { locale: string }, Value>(rows: Row[], pick: (row: Row) => Value) {
  const entries = rows.map((row) => [localeSchema.parse(row.locale), pick(row)] as const);
  return Object.fromEntries(entries);
}
