import type { Locale } from "#app/platform/i18n/locales.ts";

export const bankSorts = ["changed", "created", "name"] as const;
export type BankSort = (typeof bankSorts)[number];

/** What an instructor looks for in a bank; all of it stands in the address. */
export type BankFilters = {
  q?: string | undefined;
  /** A category with all within it, by id; `none` for questions in no category. */
  category?: string | undefined;
  tag?: string | undefined;
  type?: string | undefined;
  /** `whole` in every language of the course, or lacking something in this one. */
  languages?: "whole" | Locale | undefined;
  used?: "yes" | "no" | undefined;
  removed?: "yes" | undefined;
  sort?: BankSort | undefined;
};

export const filterNames = ["category", "tag", "type", "languages", "used", "removed"] as const;

export const effectiveSort = ({ sort }: Pick<BankFilters, "sort">): BankSort => sort ?? "changed";

/** Whether anything narrows the list. */
export function isNarrowed(filters: BankFilters): boolean {
  return Boolean(filters.q) || filterNames.some((name) => filters[name] !== undefined);
}

/** The one address of a list: names in a fixed order, nothing empty. */
export function bankHref(course: string, filters: BankFilters = {}, more: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  if (filters.q) search.set("q", filters.q);
  for (const name of filterNames) if (filters[name]) search.set(name, filters[name]);
  if (effectiveSort(filters) !== "changed") search.set("sort", effectiveSort(filters));
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/teach/${course}/questions`;
  return search.size > 0 ? `${address}?${search}` : address;
}
