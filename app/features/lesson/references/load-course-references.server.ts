import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { type CslItem, cslItemSchema } from "./reference-schema.ts";

/** A course's bibliography in the order of its keys. Nothing is checked about who asks. */
export async function loadCourseReferencesUnsafe(db: DbOrTx, { courseId }: { courseId: string }): Promise<CslItem[]> {
  const rows = await db.courseReference.findMany({
    where: { courseId },
    select: { csl: true },
    orderBy: { key: "asc" },
  });
  return z.array(cslItemSchema).parse(rows.map(({ csl }) => csl));
}
