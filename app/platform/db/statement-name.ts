import { createHash } from "node:crypto";

/** Each is kept by every connection, here and in PostgreSQL: what there are more of is planned anew each time. */
const KEPT = 500;

const names = new Map<string, string>();

/**
 * A name for a statement, by which PostgreSQL keeps it parsed and planned for a connection. Planning a page's queries
 * takes several times as long as carrying them out. Empty, which names nothing, once there are too many.
 */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= KEPT) return "";
  const name = createHash("sha256").update(sql).digest("base64url").slice(0, 32);
  names.set(sql, name);
  return name;
}
