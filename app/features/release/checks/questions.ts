import { finding, lessonsOf, type ReleaseCheck } from "./checked-draft.ts";

/** Questions that a quiz may ask and that have no key, or cannot be read in a language of the course. */
export const questions: ReleaseCheck = (draft) =>
  lessonsOf(draft).flatMap((lesson) =>
    (draft.asked.get(lesson.id) ?? []).flatMap(({ name, whole, locales }) => {
      const found = { values: { question: name }, part: "body" as const };
      if (!whole) return [finding("error", lesson, { code: "questionWithoutKey", ...found })];
      return draft.locales
        .filter((locale) => !locales.includes(locale))
        .map((locale) => finding("warning", lesson, { code: "questionWithoutLanguage", ...found, locale }));
    }),
  );
