import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadLessonGrade } from "./load-lesson-grade.server.ts";
import { lockGrades } from "./lock-grades.server.ts";
import { openGradebookToChange } from "./open-gradebook.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;
type Address = { course: string; enrolment: string; lesson: string };

/** With the enrolment's grades locked, what the lesson has now. Throws 404 where there is no such grade to change. */
function change(
  ctx: Context,
  { course, enrolment, lesson }: Address,
  work: (tx: Tx, held: Held | null) => Promise<void>,
) {
  return inTransaction(ctx.db, async (tx) => {
    const { courseId } = await openGradebookToChange({ db: tx, actor: ctx.actor }, { course });
    await lockGrades(tx, { enrolmentIds: [enrolment] });
    await loadLessonGrade(tx, { courseId, enrolment, lesson });
    const held = await tx.gradeOverride.findUnique({ where: keyOf({ enrolment, lesson }), select: heldColumns });
    await work(tx, held);
  });
}

const heldColumns = { share: true, reason: true } as const;
type Held = { share: number; reason: string };

const keyOf = ({ enrolment, lesson }: Pick<Address, "enrolment" | "lesson">) => ({
  enrolmentId_lessonId: { enrolmentId: enrolment, lessonId: lesson },
});

/**
 * Gives a learner `share`, in hundredths of a percent, in place of what she came to in a graded lesson, also where she
 * sat nothing or an answer waits; one that was given before is replaced. Her attempts and completions stay as they are.
 * One act in the audit log with the reason. Throws 404 where there is no such grade, and for who may not change it.
 */
export async function overrideGrade(ctx: Context, input: Address & { share: number; reason: string }): Promise<void> {
  const { enrolment, lesson, share, reason } = input;
  await change(ctx, input, async (tx, held) => {
    if (held?.share === share && held.reason === reason) return;
    const given = { share, reason, givenById: ctx.actor.id, givenAt: ctx.clock.now() };
    await tx.gradeOverride.upsert({
      where: keyOf(input),
      create: { enrolmentId: enrolment, lessonId: lesson, ...given },
      update: given,
    });
    await writeAuditEntry(tx, ctx, {
      ...{ action: "gradeOverride.give", subjectType: "enrolment", subjectId: enrolment, reason },
      before: held ? { lessonId: lesson, share: held.share } : undefined,
      after: { lessonId: lesson, share },
    });
  });
}

/** Takes a grade that was given away again: what she earned counts. Throws 404 as `overrideGrade`, and where none is. */
export async function removeOverride(ctx: Context, input: Address & { reason: string }): Promise<void> {
  const { enrolment, lesson, reason } = input;
  await change(ctx, input, async (tx, held) => {
    if (!held) throw notFound();
    await tx.gradeOverride.delete({ where: keyOf(input) });
    await writeAuditEntry(tx, ctx, {
      ...{ action: "gradeOverride.remove", subjectType: "enrolment", subjectId: enrolment, reason },
      before: { lessonId: lesson, share: held.share },
    });
  });
}
