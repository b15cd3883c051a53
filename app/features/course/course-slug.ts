/** What /teach/… means itself: a course of that name could not be reached. */
export const reservedCourseSlugs: ReadonlySet<string> = new Set(["import", "invitations", "new"]);

/** The beginning of a slug for a title in Latin letters; `fallback` for one in others. */
export function slugOf(title: string | undefined, fallback: string): string {
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

/** `wanted`, or the first of `wanted-2`, `wanted-3`… that is none of `taken`. */
export function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
