/** What an admin looks for in the audit log; all of it stands in the address. */
export type AuditFilters = {
  /** Words of a reason, an id, the number of a request or an order, a serial, or the name or address of a person. */
  q?: string | undefined;
  /** `<noun>.<verb>` */
  action?: string | undefined;
  /** The kind of what was acted on, and which one. */
  type?: string | undefined;
  subject?: string | undefined;
  /** Who acted, by id, or `system` for what nobody signed in did. */
  actor?: string | undefined;
  /** Whom it concerned, by id: she herself, her places, certificates, orders, sittings. */
  person?: string | undefined;
  /** Days, the first and the last, as `2026-11-22` in the admin's own time zone. */
  from?: string | undefined;
  until?: string | undefined;
  /** What was done while one request was answered. */
  request?: string | undefined;
};

/** The actor of what the academy did by itself, or what was done on its command line. */
export const SYSTEM = "system";

export const auditFilterNames = [
  ...(["q", "action", "type", "subject", "actor", "person", "from", "until", "request"] as const),
] as const satisfies (keyof AuditFilters)[];

/** Whether anything narrows the list. */
export const isNarrowed = (filters: AuditFilters): boolean =>
  auditFilterNames.some((name) => filters[name] !== undefined);

/** The one address of the log: names in a fixed order, nothing empty. */
export function auditHref(filters: AuditFilters = {}, more: Record<string, string> = {}, file = ""): string {
  const search = new URLSearchParams();
  for (const name of auditFilterNames) if (filters[name]) search.set(name, filters[name]);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/admin/audit${file}`;
  return search.size > 0 ? `${address}?${search}` : address;
}
