import type { Tx } from "#app/platform/db/client.server.ts";
import type { PlannedCourse } from "./plan-courses.server.ts";

/** Makes way for new slugs, and keeps the old ones, which redirect. */
export async function renameCourses(tx: Tx, changed: PlannedCourse[]): Promise<void> {
  const renamed = changed.filter(({ formerSlug }) => formerSlug !== null);
  for (const { draft } of renamed) {
    // Courses may have exchanged their slugs, which are unique: each steps aside first.
    await tx.course.update({ where: { id: draft.id }, data: { slug: `renamed-${draft.id}` } });
  }
  const taken = new Set(changed.map(({ draft }) => draft.slug));
  for (const { draft, formerSlug } of renamed) {
    await tx.courseFormerSlug.deleteMany({ where: { slug: draft.slug, courseId: draft.id } });
    if (formerSlug === null || taken.has(formerSlug)) continue;
    const data = { slug: formerSlug, courseId: draft.id };
    await tx.courseFormerSlug.upsert({ where: { slug: formerSlug }, create: data, update: data });
  }
}

/** Makes the courses that a course demands those of its draft, once all of them are there. */
export async function savePrerequisites(tx: Tx, { id, prerequisites }: PlannedCourse["draft"]): Promise<void> {
  await tx.prerequisite.deleteMany({ where: { courseId: id } });
  await tx.prerequisite.createMany({
    data: prerequisites.map((requiredCourseId) => ({ courseId: id, requiredCourseId })),
  });
}
