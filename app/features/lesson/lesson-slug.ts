import { firstFree, slugOf } from "#app/features/course/course-slug.ts";

/** What /teach/:course/… means itself, or is to mean: a lesson of that name could not be reached. */
export const reservedLessonSlugs: ReadonlySet<string> = new Set([
  "export",
  "grades",
  "grading",
  "instructors",
  "learners",
  "look",
  "media",
  "outline",
  "questions",
  "release",
  "references",
  "releases",
  "reports",
  "settings",
  "translations",
]);

/**
 * A slug for a new lesson from its titles, English first, that is none of `taken` and not reserved. `fallback` is that
 * of titles without Latin letters.
 */
export function freeLessonSlug(
  titles: Partial<Record<string, string>>,
  { taken, fallback }: { taken: ReadonlySet<string>; fallback: string },
): string {
  const { en, ar: _, ur: __, ...others } = titles;
  const wanted = slugOf(en ?? Object.values(others)[0], fallback);
  return firstFree(wanted, new Set([...taken, ...reservedLessonSlugs]));
}
