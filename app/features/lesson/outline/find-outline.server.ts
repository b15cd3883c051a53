import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { OutlineLesson, StoredOutline } from "./draft-outline.ts";

export type OutlineEditorData = StoredOutline & {
  course: { slug: string; locales: Locale[]; sourceLocale: Locale; titles: Translated };
};

const inOrder = [{ position: "asc" }, { id: "asc" }] satisfies Prisma.LessonOrderByWithRelationInput[];

const lessonColumns = {
  ...{ id: true, slug: true, kind: true, minutes: true, required: true, preview: true },
  ...{ opensAt: true, dripDays: true, weight: true, removedAt: true },
  requires: { select: { requiredLessonId: true }, orderBy: { requiredLessonId: "asc" } },
  texts: { select: { locale: true, title: true } },
} as const satisfies Prisma.LessonSelect;

type LessonRow = Prisma.LessonGetPayload<{ select: typeof lessonColumns }>;

/** The outline of a course's draft, and what was removed from it. Throws 404 for who may not edit it. */
export async function findOutline(asker: DraftAsker, address: { course: string }): Promise<OutlineEditorData> {
  const { id, slug, locales, sourceLocale, titles } = await openCourseDraft(asker, address);
  const course = { slug, locales, sourceLocale: localeSchema.parse(sourceLocale), titles };
  return { course, ...(await readOutline(asker.db, id)) };
}

/** The same for a caller that has decided that the course is the actor's to edit. */
export async function readOutline(db: DbOrTx, courseId: string): Promise<StoredOutline> {
  const { outlineVersion: version, sections } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      outlineVersion: true,
      sections: {
        orderBy: inOrder,
        select: { id: true, titles: true, removedAt: true, lessons: { orderBy: inOrder, select: lessonColumns } },
      },
    },
  });
  const parsed = sections.map(({ titles, ...section }) => ({ ...section, titles: translatedSchema.parse(titles) }));
  const lessons = sections.flatMap((section) => section.lessons);
  return {
    version,
    outline: {
      sections: parsed
        .filter(({ removedAt }) => removedAt === null)
        .map((section) => ({ id: section.id, titles: section.titles, lessons: thoseHere(section.lessons) })),
    },
    removed: {
      sections: parsed.filter(({ removedAt }) => removedAt !== null).map(({ id, titles }) => ({ id, titles })),
      lessons: sections.flatMap((section) =>
        section.lessons
          .filter(({ removedAt }) => removedAt !== null)
          .map((lesson) => ({ ...toOutlineLesson(lesson), sectionId: section.id })),
      ),
    },
    facts: Object.fromEntries(lessons.map(({ id, slug, kind }) => [id, { slug, kind }])),
  };
}

const thoseHere = (lessons: LessonRow[]) => lessons.filter(({ removedAt }) => removedAt === null).map(toOutlineLesson);

export function toOutlineLesson(row: LessonRow): OutlineLesson {
  const { id, minutes, required, preview, opensAt, dripDays, weight, requires, texts } = row;
  return {
    id,
    titles: translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title]))),
    ...{ required, preview, opensAt: opensAt?.toISOString() ?? null, dripDays },
    requires: requires.map(({ requiredLessonId }) => requiredLessonId),
    ...{ weight, minutes },
  };
}
