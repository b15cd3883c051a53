import { canGradeCourse } from "#app/features/course/course-access.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { completeQuizJob } from "../close-attempt-job.ts";
import { totalOf } from "../grade-paper.server.ts";
import { shareGrading } from "../grading-lock.server.ts";
import { unsafeLoadOutline } from "../load-paper.server.ts";
import { loadQuestions } from "../load-question.server.ts";
import { tellGradedJob } from "../notices/notice-jobs.ts";
import { questionTypes } from "../question-types/registry.ts";
import { settleStandings } from "../settle-standings.server.ts";
import { shareOf } from "../standing.ts";
import { gradeRefused } from "./grading-errors.ts";
import type { GradeForm } from "./grading-schema.ts";
import { pointsGiven } from "./points-given.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;
type Address = { course: string; attempt: string; slot: number };

/** `lostPass`: the attempt had passed and does not any more; her completion of the lesson stays. */
export type Graded = { attemptGraded: boolean; lostPass: boolean };

/** How long a grader may change her mind before the learner is told. */
const TOLD_AFTER_MS = 10 * 60_000;

const gradeColumns = {
  points: true,
  maxPoints: true,
  gradedByVersionId: true,
  gradedById: true,
  gradedAt: true,
  comment: true,
  rubric: true,
} as const;

/**
 * Gives an answer the grade of a person, or another one than it had: counts the attempt and the learner's standing
 * anew and has her lesson completed where she passes by it, all or nothing, as one act in the audit log. Progress never
 * goes back: who had completed the lesson keeps that. For those who teach the course; for others, and for answers that
 * no person grades, there is nothing: 404. Throws `gradedMeanwhile` where it is not the grade that `seen` says any
 * more, `rubricIncomplete`, `badPoints` and `tooManyPoints`.
 */
export async function gradeAnswer(ctx: Context, input: Address & GradeForm): Promise<Graded> {
  const slot = await findSlot(ctx, input);
  const questions = await loadQuestions(ctx.db, [slot.gradedByVersionId]);
  const question = questions.get(slot.gradedByVersionId);
  const rubric = question?.type.rubric?.(question.body) ?? [];
  const given = pointsGiven(rubric, { form: input, maxPoints: slot.maxPoints });
  const now = ctx.clock.now();
  const write = {
    points: given.points,
    rubric: given.rubric ?? Prisma.DbNull,
    comment: input.comment || null,
    gradedById: ctx.actor.id,
    gradedAt: now,
  };
  return change(ctx, { input, write, action: "answer.grade" });
}

/** Takes a grade back: the answer waits for a person again. Throws as `gradeAnswer` does. */
export async function takeGradeBack(ctx: Context, input: Address & { seen: string }): Promise<Graded> {
  await findSlot(ctx, input);
  const write = { points: null, rubric: Prisma.DbNull, gradedById: null, gradedAt: null };
  return change(ctx, { input, write, action: "answer.takeGradeBack" });
}

/** Throws 404 unless the actor may grade it and a person is needed for it. */
async function findSlot({ db, actor }: Context, { course, attempt, slot }: Address) {
  const found = await db.slotGrade.findUnique({
    where: { attemptId_slot: { attemptId: attempt, slot } },
    select: {
      maxPoints: true,
      gradedByVersionId: true,
      version: { select: { question: { select: { type: true } } } },
      attempt: {
        select: {
          state: true,
          enrolment: { select: { course: { select: { slug: true, deletedAt: true, instructors: teachers } } } },
        },
      },
    },
  });
  const taught = found?.attempt.enrolment.course;
  if (found?.attempt.state !== "submitted" || taught?.slug !== course || !canGradeCourse(actor, taught))
    throw notFound();
  if (!questionTypes.get(found.version.question.type)?.rubric) throw notFound();
  return found;
}

const teachers = { select: { instructorId: true, role: true } } as const;

type Write = Prisma.SlotGradeUncheckedUpdateInput & { points: number | null };

async function change(
  ctx: Context,
  { input, write, action }: { input: Address & { seen: string }; write: Write; action: string },
): Promise<Graded> {
  const { outline: paper, enrolmentId, lessonId } = await unsafeLoadOutline(ctx.db, input.attempt);
  return inTransaction(ctx.db, async (tx) => {
    await shareGrading(tx, { enrolmentId });
    await tx.$queryRaw`SELECT 1 FROM "Attempt" WHERE "enrolmentId" = ${enrolmentId}::uuid
      AND "lessonId" = ${lessonId}::uuid ORDER BY "number" FOR UPDATE`;
    const where = { attemptId_slot: { attemptId: input.attempt, slot: input.slot } };
    const before = await tx.slotGrade.findUniqueOrThrow({ where, select: gradeColumns });
    // It was set aside meanwhile.
    if ((await tx.attempt.count({ where: { id: input.attempt, state: "submitted" } })) === 0) throw notFound();
    if ((before.gradedAt?.toISOString() ?? "") !== input.seen) throw gradeRefused("gradedMeanwhile");
    const after = await tx.slotGrade.update({ where, data: write, select: gradeColumns });
    const counted = await countAttempt(tx, { attemptId: input.attempt, passPercent: paper.rules.passPercent });
    const stillPasses = await tx.attempt.count({ where: { enrolmentId, lessonId, state: "submitted", passed: true } });
    const mayFail = counted.lostPass && stillPasses === 0;
    const { earned } = await settleStandings(tx, { attemptIds: [input.attempt], mayFail });
    for (const attemptId of earned) await addJob(tx, completeQuizJob, { attemptId }, { key: `complete:${attemptId}` });
    await audit(tx, { ctx, input, action, before, after });
    await tell(tx, { ctx, attemptId: input.attempt });
    return counted;
  });
}

/** Who passed is failed by a person's grade only where it took points away. */
async function countAttempt(
  tx: Tx,
  { attemptId, passPercent }: { attemptId: string; passPercent: number },
): Promise<Graded> {
  const grades = await tx.slotGrade.findMany({
    where: { attemptId },
    select: { points: true, maxPoints: true, dropped: true },
  });
  const before = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { points: true, passed: true },
  });
  const { points, maxPoints } = totalOf(grades);
  const kept = before.passed === true && points !== null && points >= (before.points ?? 0);
  const passed = points === null ? null : kept || shareOf({ points, maxPoints }) >= passPercent * 100;
  await tx.attempt.update({ where: { id: attemptId }, data: { points, maxPoints, passed } });
  return { attemptGraded: points !== null, lostPass: before.passed === true && passed !== true };
}

type GradeRow = Pick<
  Prisma.SlotGradeGetPayload<{ select: typeof gradeColumns }>,
  "points" | "gradedById" | "comment" | "rubric"
>;

async function audit(
  tx: Tx,
  act: { ctx: Context; input: Address; action: string; before: GradeRow; after: GradeRow },
): Promise<void> {
  const { ctx, input, action, before, after } = act;
  const said = ({ points, gradedById, comment, rubric }: GradeRow) => ({
    slot: input.slot,
    points,
    gradedById,
    comment,
    rubric,
  });
  await writePlainEntry(tx, ctx, {
    action,
    subjectType: "attempt",
    subjectId: input.attempt,
    before: said(before),
    after: said(after),
  });
}

/** Once for all that is graded of an attempt within a few minutes: a later grade puts it off. */
async function tell(tx: Tx, { ctx, attemptId }: { ctx: Context; attemptId: string }): Promise<void> {
  const runAt = new Date(ctx.clock.now().getTime() + TOLD_AFTER_MS);
  await addJob(tx, tellGradedJob, { attemptId }, { key: `graded:${attemptId}`, runAt });
}
