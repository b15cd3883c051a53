import type { CertificateCause } from "#app/platform/db/generated/enums.ts";
import type { CertificateStatus } from "../certificate-status.ts";

export const certificateStatuses = ["valid", "revoked", "superseded", "expired"] as const satisfies CertificateStatus[];
export const certificateCauses = [
  "earned",
  "byHand",
  "renewed",
  "corrected",
] as const satisfies (keyof typeof CertificateCause)[];

/** What an admin looks for in the register; all of it stands in the address. */
export type RegisterFilters = {
  q?: string | undefined;
  /** What it is for: `course:` or `programme:` and its slug. */
  for?: string | undefined;
  status?: CertificateStatus | undefined;
  cause?: (typeof certificateCauses)[number] | undefined;
  /** Days of issue, the first and the last, as `2026-11-22` in the admin's own time zone. */
  from?: string | undefined;
  until?: string | undefined;
};

const filterNames = ["q", "for", "status", "cause", "from", "until"] as const;

/** Whether anything narrows the register. */
export const isNarrowed = (filters: RegisterFilters): boolean =>
  filterNames.some((name) => filters[name] !== undefined);

/** The one address of a list: names in a fixed order, nothing empty. */
export function registerHref(filters: RegisterFilters = {}, more: Record<string, string> = {}, file = ""): string {
  const search = new URLSearchParams();
  for (const name of filterNames) if (filters[name]) search.set(name, filters[name]);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/admin/certificates${file}`;
  return search.size > 0 ? `${address}?${search}` : address;
}
