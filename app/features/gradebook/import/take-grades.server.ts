import { findEnrolmentGrades } from "#app/features/progress/find-enrolment-grades.server.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { gradesRefused } from "../gradebook-errors.ts";
import { lockGrades } from "../lock-grades.server.ts";
import { openGradebookToChange } from "../open-gradebook.server.ts";
import type { PackedChange } from "./packed-changes.ts";

const TIMEOUT_MS = 60_000;

/**
 * Gives learners the grades of a file that was looked at, in place of what they earned: all or none, as one act in the
 * audit log with one reason. What is so already stays as it is, so that taking twice changes nothing. Throws 404 where
 * the actor may not change the course's grades or one of them is not there, and `changedMeanwhile` where a grade is not
 * what it was at the look any more.
 */
export async function takeGrades(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "requestId">,
  { course: slug, changes, reason }: { course: string; changes: readonly PackedChange[]; reason: string },
): Promise<{ changed: number }> {
  const work = async (tx: Tx) => {
    const { courseId } = await openGradebookToChange({ db: tx, actor: ctx.actor }, { course: slug });
    const enrolmentIds = [...new Set(changes.map(({ enrolmentId }) => enrolmentId))];
    await lockGrades(tx, { enrolmentIds });
    const held = await tx.enrolment.count({ where: { courseId, id: { in: enrolmentIds } } });
    if (held < enrolmentIds.length) throw notFound();
    const left = await leftToDo(tx, { enrolmentIds, changes });
    if (left.length === 0) return { changed: 0 };
    await write(tx, { left, reason, givenById: ctx.actor.id, givenAt: ctx.clock.now() });
    const grades = left.map(({ enrolmentId, lessonId, from, to }) => ({ enrolmentId, lessonId, from, share: to }));
    const act = { action: "gradeOverride.import", subjectType: "course", subjectId: courseId };
    await writeAuditEntry(tx, ctx, { ...act, reason, after: { grades } });
    return { changed: left.length };
  };
  return inTransaction(ctx.db, work, { timeoutMs: TIMEOUT_MS });
}

async function leftToDo(
  tx: Tx,
  { enrolmentIds, changes }: { enrolmentIds: string[]; changes: readonly PackedChange[] },
): Promise<PackedChange[]> {
  const grades = await findEnrolmentGrades(tx, { enrolmentIds });
  return changes.filter(({ enrolmentId, lessonId, from, to }) => {
    const lesson = grades.get(enrolmentId)?.lessons.find((one) => one.lessonId === lessonId);
    if (!lesson) throw notFound();
    const now = lesson.waiting ? null : lesson.share;
    if (now !== to && now !== from) throw gradesRefused("changedMeanwhile");
    return now !== to;
  });
}

type Written = { left: PackedChange[]; reason: string; givenById: string; givenAt: Date };

async function write(tx: Tx, { left, reason, givenById, givenAt }: Written): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "GradeOverride" ("enrolmentId", "lessonId", "share", "reason", "givenById", "givenAt")
    SELECT g."enrolmentId", g."lessonId", g."to", ${reason}, ${givenById}::uuid, ${givenAt}
    FROM jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS g("enrolmentId" uuid, "lessonId" uuid, "to" int)
    ON CONFLICT ("enrolmentId", "lessonId") DO UPDATE SET "share" = excluded."share", "reason" = excluded."reason",
      "givenById" = excluded."givenById", "givenAt" = excluded."givenAt"`;
}
