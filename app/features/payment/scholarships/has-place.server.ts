import type { Tx } from "#app/platform/db/client.server.ts";

/** Whether somebody has a place in a course, or may come back to it without paying. */
export async function hasPlace(tx: Tx, { userId, courseId }: { userId: string; courseId: string }): Promise<boolean> {
  const places = await tx.enrolment.count({
    where: { userId, courseId, OR: [{ state: { not: "withdrawn" } }, { revokedAt: null }] },
  });
  return places > 0;
}
