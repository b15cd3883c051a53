/** What an admin looks for among the groups; all of it stands in the address. */
export type GroupFilters = { q?: string | undefined; state?: "open" | "closed" | undefined };

export const groupStates = ["open", "closed"] as const;

/** Whether anything narrows the list. */
export const isNarrowed = ({ q, state }: GroupFilters): boolean => q !== undefined || state !== undefined;

/** The one address of a list: names in a fixed order, nothing empty. */
export function groupsHref(filters: GroupFilters = {}, more: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  if (filters.q) search.set("q", filters.q);
  if (filters.state) search.set("state", filters.state);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  return search.size > 0 ? `/admin/groups?${search}` : "/admin/groups";
}
