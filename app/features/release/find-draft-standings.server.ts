import { readBasis } from "#app/features/lesson/translation/keep-bases.server.ts";
import { standingOf } from "#app/features/lesson/translation/translation-standing.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { CheckedDraft, CheckedLesson } from "./checks/checked-draft.ts";

type Kept = { lessonId: string; locale: string; summary: string; basis: unknown };

/** The texts of a lesson that can be read, with what is kept of them besides. */
function readable({ id, texts }: CheckedLesson, kept: readonly Kept[]) {
  return texts.flatMap(({ locale, title, document }) => {
    const row = kept.find((one) => one.lessonId === id && one.locale === locale);
    return row && document ? [{ locale, title, document, summary: row.summary, basis: row.basis }] : [];
  });
}

/** How far the translations of a draft's lessons are, by the id of the lesson. */
export async function findDraftStandings(
  tx: Tx,
  { courseId, sections }: { courseId: string; sections: CheckedDraft["sections"] },
): Promise<CheckedDraft["standings"]> {
  const { sourceLocale } = await tx.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { sourceLocale: true },
  });
  const kept = await tx.lessonText.findMany({
    where: { lesson: { courseId, removedAt: null } },
    select: { lessonId: true, locale: true, summary: true, basis: true },
  });
  const lessons = sections.flatMap((section) => section.lessons);
  return new Map(
    lessons.map((lesson) => {
      const texts = readable(lesson, kept);
      const source = texts.find(({ locale }) => locale === sourceLocale);
      if (!source) return [lesson.id, []];
      const translations = texts.filter((text) => text !== source);
      const standings = translations.map((translation) => ({
        locale: translation.locale,
        standing: standingOf({ source, translation, basis: readBasis(translation.basis, sourceLocale) }),
      }));
      return [lesson.id, standings];
    }),
  );
}
