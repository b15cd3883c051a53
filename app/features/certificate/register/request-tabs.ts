export const requestTabs = ["waiting", "decided"] as const;
export type RequestTab = (typeof requestTabs)[number];

/** The address of a page of requests; those that wait stand under the plain one. */
export function requestsHref(tab: RequestTab, cursor?: string): string {
  const search = new URLSearchParams();
  if (tab !== "waiting") search.set("state", tab);
  if (cursor) search.set("cursor", cursor);
  return search.size > 0 ? `/admin/certificates/requests?${search}` : "/admin/certificates/requests";
}
