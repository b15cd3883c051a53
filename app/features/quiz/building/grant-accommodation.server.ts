import type { z } from "zod";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { usualRules } from "../quiz-rules.ts";
import type { grantSchema } from "./accommodation-schema.ts";
import { extendRunningAttempts } from "./extend-running-attempts.server.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

type Grantee = z.output<typeof grantSchema>["grantee"];

const granted = { extraMinutes: true, opensAt: true, closesAt: true } as const;

type Granted = { extraMinutes: number; opensAt: Date | null; closesAt: Date | null };

const toJson = ({ extraMinutes, opensAt, closesAt }: Granted) => ({
  extraMinutes,
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
});

async function assertOfCourse(tx: Tx, { grantee, courseId }: { grantee: Grantee; courseId: string }): Promise<void> {
  const where = (id: string) => ({ id, courseId });
  const found =
    "cohortId" in grantee
      ? await tx.cohort.count({ where: where(grantee.cohortId) })
      : await tx.enrolment.count({ where: where(grantee.enrolmentId) });
  if (found === 0) throw notFound();
}

/**
 * Gives one learner or one cohort more time for a quiz, or a window of their own, from this moment on and whatever
 * the release; one that was given before is replaced. An attempt that is open gets what it gains by it, and never
 * loses. Written to the audit log with the reason. Answers how many open attempts were prolonged. Throws 404 where the
 * learner or cohort is not of this course, and for who may not edit it.
 */
export async function grantAccommodation(
  ctx: Pick<PersonContext, "db" | "actor" | "requestId">,
  { grantee, reason, extraMinutes, opensAt, closesAt, ...address }: QuizAddress & z.output<typeof grantSchema>,
): Promise<{ prolonged: number }> {
  const { course, lesson, plan } = await openQuizDraft(ctx, address);
  const lessonId = lesson.id;
  const given = { extraMinutes, opensAt, closesAt };
  return inTransaction(ctx.db, async (tx) => {
    await assertOfCourse(tx, { grantee, courseId: course.id });
    await tx.quiz.upsert({
      where: { lessonId },
      create: { lessonId, courseId: course.id, rules: usualRules, plan },
      update: {},
    });
    const where =
      "cohortId" in grantee
        ? { lessonId_cohortId: { lessonId, cohortId: grantee.cohortId } }
        : { lessonId_enrolmentId: { lessonId, enrolmentId: grantee.enrolmentId } };
    const before = await tx.quizAccommodation.findUnique({ where, select: granted });
    await tx.quizAccommodation.upsert({
      where,
      create: { lessonId, ...grantee, ...given, reason },
      update: { ...given, reason },
    });
    await writeAuditEntry(tx, ctx, {
      action: "accommodation.grant",
      ...("cohortId" in grantee
        ? { subjectType: "cohort", subjectId: grantee.cohortId }
        : { subjectType: "enrolment", subjectId: grantee.enrolmentId }),
      reason,
      before: before ? toJson(before) : undefined,
      after: { ...toJson(given), lessonId },
    });
    return { prolonged: await extendRunningAttempts(tx, { lessonId, grantee }) };
  });
}
