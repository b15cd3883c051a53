import type { DbOrTx } from "#app/platform/db/client.server.ts";

/** How many learn now at a release that has the lecture in this length: they keep it where another length comes. */
export function countWatching(
  db: DbOrTx,
  { lessonId, lengthSeconds }: { lessonId: string; lengthSeconds: number },
): Promise<number> {
  const lecture = { lessonId, lecture: { lengthSeconds } };
  return db.enrolment.count({ where: { state: "active", release: { lessons: { some: lecture } } } });
}
