import type { CertificateRule } from "#app/platform/db/generated/enums.ts";
import type { RuleKind } from "./rule-schema.ts";

/** Which courses or programmes are listed. */
export type RuleFilters = { kind: RuleKind; q?: string; template?: string; rule?: CertificateRule };

/** The address of a page of the list. */
export function rulesHref({ kind, q, template, rule }: RuleFilters, cursor?: string): string {
  const search = new URLSearchParams();
  const given = { kind: kind === "courses" ? undefined : kind, q, template, rule, cursor };
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
  return `/admin/certificates/rules${search.size > 0 ? `?${search}` : ""}`;
}
