import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";

const DAY = 86_400_000;

/** A cohort that starts in ten days and lasts sixty; enrolment is open. */
export async function createCohort(
  db: Db,
  { courseId, ...overrides }: { courseId: string } & Partial<Prisma.CohortUncheckedCreateInput>,
) {
  return db.cohort.create({
    data: {
      courseId,
      names: { ar: "شتاء ٢٠٢٧", en: "Winter 2027" },
      startsAt: new Date(Date.now() + 10 * DAY),
      endsAt: new Date(Date.now() + 70 * DAY),
      ...overrides,
    },
  });
}
