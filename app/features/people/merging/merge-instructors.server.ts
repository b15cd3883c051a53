import type { Tx } from "#app/platform/db/client.server.ts";

/**
 * Gives the public face of the closed account to the one that is kept. Where it has its own, that takes over the courses,
 * with the higher role where both teach one; the other face stays with the closed account.
 */
export async function mergeInstructors(tx: Tx, { kept, closed }: { kept: string; closed: string }): Promise<void> {
  const [mine, theirs] = await Promise.all(
    [kept, closed].map((userId) =>
      tx.instructor.findUnique({ where: { userId }, select: { id: true, courses: { select: { courseId: true } } } }),
    ),
  );
  if (!theirs) return;
  if (!mine) {
    await tx.instructor.update({ where: { id: theirs.id }, data: { userId: kept } });
    return;
  }
  const held = mine.courses.map(({ courseId }) => courseId);
  const owned = await tx.courseInstructor.findMany({
    where: { instructorId: theirs.id, courseId: { in: held }, role: "owner" },
    select: { courseId: true },
  });
  await tx.courseInstructor.deleteMany({ where: { instructorId: theirs.id, courseId: { in: held } } });
  await tx.courseInstructor.updateMany({
    where: { instructorId: mine.id, courseId: { in: owned.map(({ courseId }) => courseId) } },
    data: { role: "owner" },
  });
  await tx.courseInstructor.updateMany({ where: { instructorId: theirs.id }, data: { instructorId: mine.id } });
}
