import { z } from "zod";
import { type Db, queryRows, type Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type JobContext, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { isUnpaid } from "../rights/is-unpaid.server.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { gradeWaits } from "./certificate-grade.server.ts";
import { findCurrent } from "./insert-certificate.server.ts";
import { issueWithin } from "./issue-certificate.server.ts";
import { awardCertificatesJob } from "./issuing-jobs.ts";
import { isNamed, lockLearner } from "./lock-learner.server.ts";
import { subjectOf } from "./replace-certificate.server.ts";

const earnedSchema = z.object({
  userId: z.uuid(),
  rule: z.enum(["automatic", "approval"]),
  courseId: z.uuid().nullable(),
  programmeId: z.uuid().nullable(),
});

/**
 * Gives what a finished enrolment earns, for the course and for each programme that it finishes: the certificate, or a
 * request that waits for an admin, as the rule says. Whoever has no name to write on it is given it when she has: the
 * database adds the job again then, and so it does once a grade that would be shown waits for nobody. However often it
 * runs, there is one certificate or one request.
 */
export const awardCertificatesHandler = jobHandler(awardCertificatesJob, async ({ db, clock }, { enrolmentId }) => {
  for (const { rule, userId, ...row } of await findEarned(db, enrolmentId)) {
    const award = { userId, for: subjectOf(row) };
    await inTransaction(db, (tx) => awardOne(tx, { clock }, { ...award, rule }));
  }
});

type Earned = { userId: string; for: CertificateFor; rule: "automatic" | "approval" };

async function awardOne(tx: Tx, { clock }: Pick<JobContext, "clock">, { rule, ...award }: Earned): Promise<void> {
  const names = await lockLearner(tx, award.userId);
  if (!isNamed(names) || (await findCurrent(tx, award))) return;
  // The payment adds the job again.
  if (await isUnpaid(tx, award)) return;
  const asked = { userId: award.userId, ...award.for, kind: "award" as const };
  const states = await tx.certificateRequest.findMany({ where: asked, select: { state: true } });
  // What an admin refused is not given by itself.
  if (states.some(({ state }) => state === "refused")) return;
  if (rule === "automatic") {
    // What it says is frozen: the database adds the job again once no answer waits for a person any more.
    if (await gradeWaits(tx, award)) return;
    await issueWithin(tx, { actor: null, clock }, { ...award, cause: "earned" });
  } else if (states.length === 0) {
    await tx.certificateRequest.create({ data: { ...asked, createdAt: clock.now() }, select: { id: true } });
  }
}

/** The course of a finished enrolment, and the programmes of it whose published courses its learner has all finished. */
async function findEarned(db: Db, enrolmentId: string): Promise<z.infer<typeof earnedSchema>[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH finished AS (
      SELECT "userId", "courseId" FROM "Enrolment" WHERE "id" = ${enrolmentId}::uuid AND "completedAt" IS NOT NULL
    )
    SELECT f."userId", o."certificateRule" AS "rule", o."id" AS "courseId", NULL::uuid AS "programmeId"
    FROM finished f JOIN "Course" o ON o."id" = f."courseId" AND o."state" <> 'draft' AND o."certificateRule" <> 'none'
    UNION ALL
    SELECT f."userId", g."certificateRule", NULL, g."id"
    FROM finished f JOIN "ProgrammeCourse" mine ON mine."courseId" = f."courseId"
    JOIN "Programme" g ON g."id" = mine."programmeId" AND g."certificateRule" <> 'none'
    WHERE EXISTS (SELECT 1 FROM "ProgrammeCourse" pc JOIN "Course" o ON o."id" = pc."courseId"
        WHERE pc."programmeId" = g."id" AND o."state" = 'published')
      AND NOT EXISTS (SELECT 1 FROM "ProgrammeCourse" pc JOIN "Course" o ON o."id" = pc."courseId"
        WHERE pc."programmeId" = g."id" AND o."state" = 'published' AND NOT EXISTS (SELECT 1 FROM "Enrolment" e
          WHERE e."courseId" = o."id" AND e."userId" = f."userId" AND e."completedAt" IS NOT NULL))`,
  );
  return earnedSchema.array().parse(rows);
}
