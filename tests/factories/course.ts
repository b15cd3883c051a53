import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";

/** When a lesson opens, as a release has it. */
export type Opening = { opensAt?: string; dripDays?: number; requires?: string[] };

type Lesson = Opening & {
  id: string;
  slug: string;
  required: boolean;
  preview: boolean;
  kind?: LessonKind;
  weight?: number;
};

/** Required lessons of text, the first one open to everybody. */
export function makeLessons(count: number): Lesson[] {
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    slug: `lesson-${index + 1}`,
    required: true,
    preview: index === 0,
  }));
}

/** A published course with one section, its first release, and texts in Arabic and English. */
export async function createCourse(
  db: Db,
  { lessons = makeLessons(3), ...overrides }: { lessons?: Lesson[] } & Partial<Prisma.CourseUncheckedCreateInput> = {},
) {
  await db.subject.upsert({
    where: { slug: "history" },
    create: { slug: "history", names: { ar: "التاريخ", en: "History" } },
    update: {},
  });
  const course = await db.course.create({
    data: {
      slug: `course-${randomBytes(5).toString("hex")}`,
      sourceLocale: "ar",
      locales: ["ar", "en"],
      subjectSlug: "history",
      level: "beginner",
      lessonCount: lessons.length,
      minutes: lessons.length * 10,
      texts: {
        create: [
          { locale: "ar", title: "القدس عبر العصور", summary: "دورة في تاريخ المدينة.", outcomes: ["قراءة المصادر"] },
          { locale: "en", title: "Jerusalem through the ages", summary: "A history.", outcomes: ["Read sources"] },
        ],
      },
      ...overrides,
    },
  });
  const release = await createRelease(db, { courseId: course.id, number: 1, lessons, dropLowest: course.dropLowest });
  await db.course.update({
    where: { id: course.id },
    data: {
      currentReleaseId: release.id,
      state: overrides.state ?? "published",
      publishedAt: overrides.publishedAt ?? new Date(),
    },
  });
  return { course: await db.course.findUniqueOrThrow({ where: { id: course.id } }), release, lessons };
}

/** A release of a course with the given lessons in one section; each has a short text in Arabic and English. */
export async function createRelease(
  db: Db,
  {
    courseId,
    number,
    lessons,
    dropLowest = 0,
  }: { courseId: string; number: number; lessons: Lesson[]; dropLowest?: number },
) {
  const html = `<p>${randomUUID()}</p>`;
  const sha256 = createHash("sha256").update(html).digest("hex");
  await db.lessonRendering.create({ data: { sha256, html, headings: [] } });
  const titles = (index: number) => ({ ar: `الدرس ${index + 1}`, en: `Lesson ${index + 1}` });
  const outline: ReleaseOutline = {
    sections: [
      {
        id: randomUUID(),
        titles: { ar: "القسم الأول", en: "First section" },
        lessons: lessons.map((lesson, index) => ({ kind: "text", ...lesson, minutes: 10, titles: titles(index) })),
      },
    ],
  };
  return db.release.create({
    data: {
      courseId,
      number,
      dropLowest,
      outline,
      sha256: randomUUID(),
      lessons: {
        create: lessons.map(({ id, ...lesson }, position) => ({
          kind: "text" as const,
          ...lesson,
          lessonId: id,
          position,
          minutes: 10,
          texts: {
            create: (["ar", "en"] as const).map((locale) => ({
              locale,
              title: titles(position)[locale],
              summary: "",
              renderingSha256: sha256,
            })),
          },
        })),
      },
    },
  });
}
