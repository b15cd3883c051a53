import { isEmpty } from "#app/features/lesson/blocks/text/text.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { type CheckedLesson, finding, lessonsOf, type ReleaseCheck } from "./checked-draft.ts";

/** What is not begun is told as empty. */
function isTextEmpty({ texts }: CheckedLesson, locale: Locale): boolean {
  const document = texts.find((text) => text.locale === locale)?.document;
  return !document || isEmpty(document);
}

/** Translations that what was written in their source since has left behind: they can be read, and say something else. */
export const staleTranslations: ReleaseCheck = (draft) =>
  lessonsOf(draft).flatMap((lesson) =>
    (draft.standings.get(lesson.id) ?? [])
      .filter(({ locale, standing }) => standing.state === "behind" && !isTextEmpty(lesson, locale))
      .map(({ locale }) => finding("warning", lesson, { code: "staleTranslation", locale, part: "translation" })),
  );
