import { LRUCache } from "lru-cache";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";

/** Memory for lessons' pages, in characters. */
const MEMORY = 24 * 1024 * 1024;

// Named by the hash of what they hold: they cannot change.
const renderings = new LRUCache<string, string>({ maxSize: MEMORY, sizeCalculation: (html) => html.length + 1 });

/** The HTML of a lesson as its release made it; safe to show as it is. Throws 404 where there is none of this hash. */
export async function loadRendering(db: Db, sha256: string): Promise<string> {
  const known = renderings.get(sha256);
  if (known !== undefined) return known;
  const row = await db.lessonRendering.findUnique({ where: { sha256 }, select: { html: true } });
  if (!row) throw notFound();
  renderings.set(sha256, row.html);
  return row.html;
}
