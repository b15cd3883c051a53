import { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import { tellCorrectionJob } from "./notice-jobs.ts";
import { correctionMail } from "./notice-mails.ts";

const AT_ONCE = 100;

const learnerSchema = z.object({
  enrolmentId: z.uuid(),
  attemptId: z.uuid(),
  protected: z.boolean(),
  reason: z.string(),
  dropped: z.boolean(),
  userId: z.string(),
  course: z.string(),
  lesson: lessonNameSchema.nullable(),
});

/** Tells each learner whose grade a correction changed, once for all her attempts at it, a hundred at a time. */
export const tellCorrectionHandler = jobHandler(tellCorrectionJob, async ({ db, clock }, { correctionId }) => {
  for (;;) {
    const told = await tellSome(db, { correctionId, now: clock.now() });
    if (told < AT_ONCE) return;
  }
});

async function tellSome(db: Db, { correctionId, now }: { correctionId: string; now: Date }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const learners = await lockLearners(tx, correctionId);
    for (const { userId, course, lesson, enrolmentId: _, ...told } of learners) {
      if (!lesson) continue;
      const values = { ...told, course, lesson: lesson.slug, titles: lesson.titles };
      await notify(tx, { kind: correctionMail, userId, values, key: `correction:${correctionId}`, now });
    }
    const enrolmentIds = learners.map(({ enrolmentId }) => enrolmentId);
    await tx.correctionEffect.updateMany({
      where: { correctionId, attempt: { enrolmentId: { in: enrolmentIds } } },
      data: { toldAt: now },
    });
    return learners.length;
  });
}

/** Those who wait to be told; a second run of the job waits for this one. */
async function lockLearners(tx: Tx, correctionId: string) {
  await tx.$queryRaw`SELECT 1 FROM "QuestionCorrection" WHERE "id" = ${correctionId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw`
    SELECT DISTINCT ON (e."id") e."id" AS "enrolmentId", a."id" AS "attemptId",
      bool_or(f."protected") OVER (PARTITION BY e."id") AS "protected", k."reason",
      k."correctedById" IS NULL AS "dropped", e."userId",
      c."slug" AS "course", ${lessonName(Prisma.sql`a."lessonId"`)} AS "lesson"
    FROM "CorrectionEffect" f JOIN "QuestionCorrection" k ON k."id" = f."correctionId"
    JOIN "Attempt" a ON a."id" = f."attemptId" JOIN "Enrolment" e ON e."id" = a."enrolmentId"
    JOIN "Course" c ON c."id" = e."courseId"
    WHERE f."correctionId" = ${correctionId}::uuid AND f."toldAt" IS NULL
    ORDER BY e."id", a."number" DESC LIMIT ${AT_ONCE}`;
  return learnerSchema.array().parse(rows);
}
