import { withAcademyDatabase } from "./academy-database.ts";

/** The batch of certificates that is looked at: it is over, and somebody was given none. */
export const FINISHED_BATCH = "01935f3a-0000-7000-8000-000000000001";

/** Makes that batch, once for all who look at it. */
export async function makeFinishedBatch(): Promise<void> {
  await withAcademyDatabase(async (db) => {
    const course = await db.course.findUniqueOrThrow({ where: { slug: "sources-and-documents" } });
    const admin = await db.user.findFirstOrThrow({ where: { role: "admin" } });
    const batch = {
      ...{ id: FINISHED_BATCH, courseId: course.id, createdById: admin.id },
      ...{ reason: "At the end of the term", finishedAt: new Date() },
    };
    await db.certificateBatch.createMany({ data: [batch], skipDuplicates: true });
    const item = { batchId: FINISHED_BATCH, userId: admin.id, outcome: "skipped", why: "notFinished" } as const;
    await db.certificateBatchItem.createMany({ data: [item], skipDuplicates: true });
  });
}
