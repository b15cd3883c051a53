import { z } from "zod";
import { loadOutlines } from "#app/features/course/load-release.server.ts";
import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { type ReleaseEffects, releaseEffects } from "./release-effects.ts";

const groupSchema = z.object({
  releaseId: z.uuid(),
  finished: z.boolean(),
  missing: z.number(),
  begun: z.boolean(),
  completed: z.array(z.uuid()),
  count: z.number(),
});

const lessonsOf = ({ sections }: ReleaseOutline) => sections.flatMap(({ lessons }) => lessons);

/**
 * What a release of this outline would mean for those who learn in the course now. Asks nobody's permission: the caller
 * has decided that the course is the actor's to release.
 */
export async function unsafeFindReleaseEffects(
  { db }: { db: Db },
  { courseId, next }: { courseId: string; next: ReleaseOutline },
): Promise<ReleaseEffects> {
  const known = await db.release.findMany({
    where: { courseId },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  const outlines = await loadOutlines(
    db,
    known.map(({ id }) => id),
  );
  const releases = known.map(({ id }, at) => {
    const outline = outlines[at];
    return { id, lessons: outline ? lessonsOf(outline) : [] };
  });
  const asked = new Set(lessonsOf(next).flatMap(({ id, required }) => (required ? [id] : [])));
  const dropped = new Set(
    releases.flatMap(({ lessons }) => lessons.map(({ id }) => id)).filter((id) => !asked.has(id)),
  );
  return releaseEffects({ releases, next: lessonsOf(next), groups: await findGroups(db, { courseId, dropped }) });
}

async function findGroups(db: Db, { courseId, dropped }: { courseId: string; dropped: ReadonlySet<string> }) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT g.*, count(*)::int AS "count" FROM (
      SELECT e."releaseId", e."completedAt" IS NOT NULL AS "finished",
        e."required" - e."completedRequired" AS "missing", e."completedRequired" > 0 AS "begun",
        ARRAY(SELECT c."lessonId" FROM "Completion" c
          WHERE c."enrolmentId" = e."id" AND c."lessonId" = ANY(${[...dropped]}::uuid[])
          ORDER BY c."lessonId") AS "completed"
      FROM "Enrolment" e WHERE e."courseId" = ${courseId}::uuid AND e."state" = 'active') g
    GROUP BY 1, 2, 3, 4, 5`,
  );
  return groupSchema.array().parse(rows);
}
