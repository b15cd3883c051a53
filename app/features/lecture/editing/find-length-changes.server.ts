import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { countWatching } from "./count-watching.server.ts";

/** A lecture that would have another length in the next release: those who learn now keep the one of `before`. */
export type LengthChange = { lesson: string; before: number; after: number; learners: number };

/** The lectures of a course's draft whose length differs from that of its current release. Asks nobody's permission. */
export async function findLengthChanges(
  db: DbOrTx,
  { courseId, releaseId }: { courseId: string; releaseId: string | null },
): Promise<LengthChange[]> {
  if (releaseId === null) return [];
  const [released, drafts] = await Promise.all([
    db.releaseLecture.findMany({ where: { releaseId }, select: { lessonId: true, lengthSeconds: true } }),
    db.lecture.findMany({
      where: { courseId, lengthSeconds: { not: null } },
      select: { lessonId: true, lengthSeconds: true, lesson: { select: { slug: true } } },
    }),
  ]);
  const changes: LengthChange[] = [];
  for (const { lessonId, lengthSeconds: after, lesson } of drafts) {
    const before = released.find((one) => one.lessonId === lessonId)?.lengthSeconds;
    if (before === undefined || after === null || before === after) continue;
    const learners = await countWatching(db, { lessonId, lengthSeconds: before });
    changes.push({ lesson: lesson.slug, before, after, learners });
  }
  return changes;
}
