/** The beginning of a slug for a title in Latin letters; `lecture` for one in others. */
function slugOf(title: string | undefined): string {
  const latin = (title ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return latin.length >= 3 ? latin : "lecture";
}

/** A slug for a new lecture from its titles, English first, that is none of `taken`. */
export function freeSlug(titles: Partial<Record<string, string>>, taken: ReadonlySet<string>): string {
  const { en, ar: _, ur: __, ...others } = titles;
  const wanted = slugOf(en ?? Object.values(others)[0]);
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
