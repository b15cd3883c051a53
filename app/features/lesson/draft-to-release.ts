import type { Prisma } from "#app/platform/db/generated/client.ts";
import { draftLessonColumns } from "./draft-lesson-columns.ts";
import { renderedMedia } from "./read-course-media.server.ts";

/** What a release is made of. */
export const draftToRelease = {
  id: true,
  slug: true,
  locales: true,
  publishedAt: true,
  watchThreshold: true,
  dropLowest: true,
  currentReleaseId: true,
  currentRelease: { select: { id: true, number: true, sha256: true } },
  releases: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
  media: { select: renderedMedia },
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
          texts: {
            orderBy: { locale: "asc" },
            select: { locale: true, title: true, summary: true, document: true },
          },
        },
      },
    },
  },
} as const satisfies Prisma.CourseSelect;

export type DraftToRelease = Prisma.CourseGetPayload<{ select: typeof draftToRelease }>;

/**
 * The draft without texts in languages that the course does not have any more: they are kept for the day on which a
 * language comes back, and not released.
 */
export function withoutFormerLanguages<Draft extends DraftToRelease>(draft: Draft): Draft {
  const locales = new Set(draft.locales);
  const sections = draft.sections.map((section) => ({
    ...section,
    lessons: section.lessons.map((lesson) => ({
      ...lesson,
      texts: lesson.texts.filter(({ locale }) => locales.has(locale)),
    })),
  }));
  return { ...draft, sections };
}
