import { z } from "zod";
import { keepWhatStands } from "#app/features/lesson/editing/keep-version.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { CourseDraft, DraftLesson } from "./course-draft.ts";

const jsonSchema = z.record(z.string(), z.json());

type Outline = Pick<CourseDraft, "id" | "sections">;

/** Makes the sections and lessons of a draft, with their texts, what a package says, inside the caller's transaction. */
export async function savePackagedOutline(tx: Tx, draft: Outline, { now }: { now: Date }): Promise<void> {
  const courseId = draft.id;
  const lessons = draft.sections.flatMap((section) => section.lessons);
  for (const [position, { id, title }] of draft.sections.entries()) {
    const data = { position, titles: title, removedAt: null };
    await tx.section.upsert({ where: { id }, create: { ...data, id, courseId }, update: data });
  }
  await stepAside(tx, { courseId, lessons });
  for (const section of draft.sections) {
    for (const [position, lesson] of section.lessons.entries()) {
      await saveLesson(tx, { courseId, sectionId: section.id, position, lesson });
    }
  }
  await saveRequires(tx, lessons);
  const gone = (kept: { id: string }[]) => ({
    where: { courseId, removedAt: null, id: { notIn: kept.map(({ id }) => id) } },
    data: { removedAt: now },
  });
  await tx.lesson.updateMany(gone(lessons));
  await tx.section.updateMany(gone(draft.sections));
  await tx.course.update({ where: { id: courseId }, data: { outlineVersion: { increment: 1 } } });
}

/** Slugs are unique in a course, and two lessons may exchange theirs; one that is removed gives its own away. */
async function stepAside(tx: Tx, { courseId, lessons }: { courseId: string; lessons: DraftLesson[] }): Promise<void> {
  await tx.$executeRaw`
    update "Lesson" set "slug" = "id"::text
    where "courseId" = ${courseId}::uuid and ("id" = any(${lessons.map(({ id }) => id)}::uuid[])
      or "slug" = any(${lessons.map(({ slug }) => slug)}))`;
}

async function saveLesson(
  tx: Tx,
  { lesson, ...place }: { courseId: string; sectionId: string; position: number; lesson: DraftLesson },
): Promise<void> {
  const { id, texts, lecture: _, quiz: __, requires: ___, ...facts } = lesson;
  const { opensAt = null, dripDays = null, weight = 1 } = lesson;
  const data = { ...facts, opensAt, dripDays, weight, removedAt: null, ...place };
  await tx.lesson.upsert({ where: { id }, create: { ...data, id }, update: data });
  await saveTexts(tx, { id, texts });
}

/** What a package puts in the place of a text stands in its history, and so does what stood there. */
async function saveTexts(tx: Tx, { id: lessonId, texts }: Pick<DraftLesson, "id" | "texts">): Promise<void> {
  const rows = await tx.lessonText.findMany({ where: { lessonId }, select: { locale: true } });
  const stood = rows.map(({ locale }) => ({ lessonId, locale: localeSchema.parse(locale) }));
  for (const place of stood) await keepWhatStands(tx, place);
  await tx.lessonText.deleteMany({ where: { lessonId } });
  await tx.lessonText.createMany({
    data: Object.entries(texts).map(([locale, text]) => ({
      ...text,
      document: jsonSchema.parse(text.document),
      lessonId,
      locale,
    })),
  });
  for (const place of stood) await keepWhatStands(tx, place);
}

/** Only once all lessons are there, since they name each other. */
async function saveRequires(tx: Tx, lessons: DraftLesson[]): Promise<void> {
  await tx.lessonPrerequisite.deleteMany({ where: { lessonId: { in: lessons.map(({ id }) => id) } } });
  await tx.lessonPrerequisite.createMany({
    data: lessons.flatMap(({ id: lessonId, requires = [] }) =>
      requires.map((requiredLessonId) => ({ lessonId, requiredLessonId })),
    ),
  });
}
