import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";

const rowSchema = z.object({ html: z.string() });

/** Memory for lessons' pages, in characters. */
const MEMORY = 16 * 1024 * 1024;

// Named by the hash of what they hold: they cannot change.
const renderings = new LRUCache<string, string>({ maxSize: MEMORY, sizeCalculation: (html) => html.length + 1 });

/** The HTML of a lesson as its release made it; safe to show as it is. Throws 404 where there is none of this hash. */
export async function loadRendering(db: Db, sha256: string): Promise<string> {
  const known = renderings.get(sha256);
  if (known !== undefined) return known;
  const [found] = await queryRows(db, Prisma.sql`SELECT "html" FROM "LessonRendering" WHERE "sha256" = ${sha256}`);
  if (found === undefined) throw notFound();
  const row = rowSchema.parse(found);
  renderings.set(sha256, row.html);
  return row.html;
}
