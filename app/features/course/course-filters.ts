import type { Level } from "#app/platform/db/generated/enums.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

export const courseSorts = ["relevance", "newest", "title", "shortest"] as const;
export type CourseSort = (typeof courseSorts)[number];

/** What a reader of the catalogue asked for; all of it stands in the address. */
export type CourseFilters = {
  q?: string | undefined;
  subject?: string | undefined;
  level?: Level | undefined;
  /** A language in which the lessons can be read. */
  language?: Locale | undefined;
  price?: "free" | "paid" | undefined;
  /** The handle of one who teaches. */
  instructor?: string | undefined;
  sort?: CourseSort | undefined;
};

export const facetNames = ["subject", "level", "language", "price", "instructor"] as const;
export type FacetName = (typeof facetNames)[number];

/** The order in which courses are shown: by relevance only to something asked for, else the newest first. */
export function effectiveSort({ q, sort }: Pick<CourseFilters, "q" | "sort">): CourseSort {
  if (sort === "relevance" || sort === undefined) return q ? "relevance" : "newest";
  return sort;
}

/** Whether anything narrows the catalogue. */
export function isNarrowed(filters: CourseFilters): boolean {
  return Boolean(filters.q) || facetNames.some((name) => filters[name] !== undefined);
}

/** The one address of a listing: names in a fixed order, nothing empty, and the order only where it is not the usual one. */
export function catalogueHref(filters: CourseFilters, cursor?: string): string {
  const search = new URLSearchParams();
  if (filters.q) search.set("q", filters.q);
  for (const name of facetNames) if (filters[name]) search.set(name, filters[name]);
  const sort = effectiveSort(filters);
  if (sort !== effectiveSort({ q: filters.q })) search.set("sort", sort);
  if (cursor) search.set("cursor", cursor);
  return search.size > 0 ? `/courses?${search}` : "/courses";
}
