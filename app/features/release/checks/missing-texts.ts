import { courseFinding, finding, lessonsOf, type ReleaseCheck } from "./checked-draft.ts";

/** A draft without lessons, a lesson that lacks a language of the course, and names that lack one. */
export const missingTexts: ReleaseCheck = (draft) => {
  const lessons = lessonsOf(draft);
  if (lessons.length === 0) return [courseFinding("error", { code: "noLessons", part: "outline" })];
  const texts = lessons.flatMap((lesson) =>
    draft.locales
      .filter((locale) => !lesson.texts.some((text) => text.locale === locale))
      .map((locale) => finding("error", lesson, { code: "missingText", locale })),
  );
  const untitled = draft.locales
    .filter((locale) => !draft.titled.includes(locale))
    .map((locale) => courseFinding("warning", { code: "courseWithoutTitle", values: { locale } }));
  const sections = draft.sections.flatMap(({ titles }) =>
    draft.locales
      .filter((locale) => !titles[locale])
      .map((locale) => {
        const section = Object.values(titles).find(Boolean) ?? "…";
        return courseFinding("warning", {
          ...{ code: "sectionWithoutTitle", values: { section, locale }, part: "outline" as const },
        });
      }),
  );
  return [...texts, ...untitled, ...sections];
};
