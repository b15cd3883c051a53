import { z } from "zod";
import { queryRows, type Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { deadlineOf, windowFor } from "../attempt-window.ts";
import { closeAttemptJob } from "../close-attempt-job.ts";
import { accommodationSchema } from "../load-sitting.server.ts";
import { paperRulesSchema } from "../quiz-rules.ts";

const moment = z.coerce.date();

const runningSchema = z.object({
  id: z.uuid(),
  rules: paperRulesSchema,
  startedAt: moment,
  deadlineAt: moment,
  own: accommodationSchema,
  cohort: accommodationSchema,
});

/**
 * Gives the open attempts of a learner or cohort at a quiz the deadline that their accommodations now grant, and moves
 * the job that closes each, where that is later than the one they have. What would be earlier, or would set an end
 * where there is none, leaves them as they are: nobody at work loses time that she was told she had. Answers how many
 * got more. An attempt that is being submitted meanwhile is waited for, and is then not open.
 */
export async function extendRunningAttempts(
  tx: Tx,
  { lessonId, grantee }: { lessonId: string; grantee: { enrolmentId: string } | { cohortId: string } },
): Promise<number> {
  const running = await findRunning(tx, { lessonId, grantee });
  let prolonged = 0;
  for (const { id, rules, startedAt, deadlineAt: held, own, cohort } of running) {
    const { deadlineAt, graceUntil } = deadlineOf(rules, { window: windowFor(rules, { own, cohort }), startedAt });
    if (!deadlineAt || deadlineAt <= held) continue;
    await tx.attempt.update({ where: { id }, data: { deadlineAt, graceUntil } });
    await addJob(tx, closeAttemptJob, { attemptId: id }, { runAt: graceUntil, key: `attempt:${id}` });
    prolonged += 1;
  }
  return prolonged;
}

async function findRunning(
  tx: Tx,
  { lessonId, grantee }: { lessonId: string; grantee: { enrolmentId: string } | { cohortId: string } },
) {
  const accommodation = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT json_build_object('extraMinutes', m."extraMinutes", 'opensAt', m."opensAt", 'closesAt', m."closesAt")
      FROM "QuizAccommodation" m WHERE m."lessonId" = a."lessonId" AND ${whose})`;
  const whose =
    "cohortId" in grantee
      ? Prisma.sql`e."cohortId" = ${grantee.cohortId}::uuid`
      : Prisma.sql`e."id" = ${grantee.enrolmentId}::uuid`;
  const rows = await queryRows(
    tx,
    Prisma.sql`
    SELECT a."id", a."paper"->'rules' AS "rules", a."startedAt", a."deadlineAt",
      ${accommodation(Prisma.sql`m."enrolmentId" = e."id"`)} AS "own",
      ${accommodation(Prisma.sql`m."cohortId" = e."cohortId"`)} AS "cohort"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId"
    WHERE a."lessonId" = ${lessonId}::uuid AND a."state" = 'open' AND a."deadlineAt" IS NOT NULL AND ${whose}
    ORDER BY a."id" FOR UPDATE OF a`,
  );
  return z.array(runningSchema).parse(rows);
}
