/** How a scholarship stands, as who decides looks for it: one that is granted may be used or not. */
export const scholarshipStatuses = ["waiting", "granted", "used", "refused", "withdrawn"] as const;
export type ScholarshipStatus = (typeof scholarshipStatuses)[number];

export type ScholarshipFilters = {
  status: ScholarshipStatus | "all";
  /** A name or address of a learner. */
  q?: string | undefined;
  /** The slug of a course. */
  course?: string | undefined;
  /** The id of a fund; `none` is nobody's money. */
  fund?: string | undefined;
};

const filterNames = ["status", "q", "course", "fund"] as const;

/** Whether anything but the state narrows the list. */
export const isNarrowed = (filters: ScholarshipFilters): boolean =>
  filters.q !== undefined || filters.course !== undefined || filters.fund !== undefined;

/** The one address of a list; those that wait stand under the plain one. */
export function scholarshipsHref(
  filters: Partial<ScholarshipFilters> = {},
  more: Record<string, string> = {},
  file = "",
): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value && !(name === "status" && value === "waiting")) search.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/admin/scholarships${file}`;
  return search.size > 0 ? `${address}?${search}` : address;
}

/** The state that is shown of a scholarship. */
export function scholarshipStatus({
  state,
  orderId,
}: {
  state: "waiting" | "granted" | "refused" | "withdrawn";
  orderId: string | null;
}): ScholarshipStatus {
  return state === "granted" && orderId !== null ? "used" : state;
}
