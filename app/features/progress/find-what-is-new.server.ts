import type { PersonContext } from "#app/platform/http/request-context.server.ts";

export type WhatIsNew = { notes: string; at: Date };

/**
 * What those who teach wrote of the current release of a course, for a learner who began with an earlier one; null
 * where they wrote nothing.
 */
export async function findWhatIsNew(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<WhatIsNew | null> {
  const found = await db.enrolment.findFirst({
    where: { userId: actor.id, state: "active", course: { slug } },
    select: {
      release: { select: { number: true } },
      course: { select: { currentRelease: { select: { number: true, notes: true, createdAt: true } } } },
    },
  });
  const current = found?.course.currentRelease;
  if (!found || !current?.notes || current.number <= found.release.number) return null;
  return { notes: current.notes, at: current.createdAt };
}
