/** What /teach/:course/… means itself, or is to mean: a lesson of that name could not be reached. */
export const reservedLessonSlugs: ReadonlySet<string> = new Set([
  "grading",
  "learners",
  "look",
  "outline",
  "questions",
  "release",
  "releases",
  "reports",
  "settings",
]);

/** The beginning of a slug for a title in Latin letters; `fallback` for one in others. */
function slugOf(title: string | undefined, fallback: string): string {
  const latin = (title ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return latin.length >= 3 ? latin : fallback;
}

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
  const isFree = (slug: string) => !taken.has(slug) && !reservedLessonSlugs.has(slug);
  if (isFree(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (isFree(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
