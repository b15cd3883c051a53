import { canTendLearners } from "#app/features/course/course-access.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { completeQuizJob } from "./close-attempt-job.ts";
import { shareGrading } from "./grading-lock.server.ts";
import { attemptRestoredMail, attemptVoidedMail } from "./notices/notice-mails.ts";
import { tellAboutAttempt } from "./notices/tell-about-attempt.server.ts";
import { quizRefused } from "./quiz-errors.ts";
import { settleStandings } from "./settle-standings.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;
/** An attempt by its number: of a quiz that is graded blind nobody is to learn which id is whose. */
type Act = { course: string; enrolmentId: string; lessonId: string; number: number; reason: string };

const attemptColumns = {
  id: true,
  enrolmentId: true,
  lessonId: true,
  number: true,
  state: true,
  submittedAt: true,
  points: true,
  maxPoints: true,
  passed: true,
  voidReason: true,
} as const;

type AttemptRow = Prisma.AttemptGetPayload<{ select: typeof attemptColumns }>;

/**
 * Sets an attempt aside, an open one too: it is kept, and counts neither as an attempt nor for standing, grade or
 * figures, and another can be begun at once. A completion that it earned stays, since progress never goes back. What is
 * being saved or submitted at the same moment is waited for. Tells the learner by mail, with the reason. Setting aside
 * what is set aside changes nothing. Throws 404 for who may not tend the course's learners, and where this one has no
 * such attempt.
 */
export async function voidAttempt(ctx: Context, input: Act): Promise<void> {
  const attemptId = await findToTend(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    const attempt = await lockAttempt(tx, { ...input, attemptId });
    if (attempt.state === "voided") return;
    await tx.attempt.update({
      where: { id: attempt.id },
      data: { state: "voided", voidedAt: ctx.clock.now(), voidReason: input.reason },
    });
    await countAnew(tx, attempt);
    await audit(tx, ctx, { action: "attempt.void", attempt, reason: input.reason });
    await tellAboutAttempt(tx, attemptVoidedMail, { attemptId: attempt.id, reason: input.reason });
  });
}

/**
 * Lets an attempt that was set aside count again, as it was: one that was open runs on, and is submitted by the clock
 * where its time is over. Throws `anotherOpen` where the learner has begun another meanwhile and would have two open,
 * and 404 as `voidAttempt` does.
 */
export async function restoreAttempt(ctx: Context, input: Act): Promise<void> {
  const attemptId = await findToTend(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    const attempt = await lockAttempt(tx, { ...input, attemptId });
    if (attempt.state !== "voided") return;
    const state = attempt.submittedAt === null ? "open" : "submitted";
    await tx.attempt
      .update({ where: { id: attempt.id }, data: { state, voidedAt: null, voidReason: null } })
      .catch((error: unknown) => {
        const isSecond = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
        throw isSecond ? quizRefused("anotherOpen") : error;
      });
    await countAnew(tx, attempt);
    await audit(tx, ctx, { action: "attempt.restore", attempt, reason: input.reason });
    await tellAboutAttempt(tx, attemptRestoredMail, { attemptId: attempt.id, reason: input.reason });
  });
}

async function findToTend({ db, actor }: Context, { course: slug, ...numbered }: Act): Promise<string> {
  const { enrolmentId, lessonId, number } = numbered;
  const found = await db.attempt.findUnique({
    where: { enrolmentId_lessonId_number: { enrolmentId, lessonId, number } },
    select: { id: true, enrolment: { select: { course: { select: courseColumns } } } },
  });
  if (!found) throw notFound();
  const { course } = found.enrolment;
  if (course.slug !== slug || !canTendLearners(actor, course)) throw notFound();
  return found.id;
}

const courseColumns = {
  slug: true,
  deletedAt: true,
  instructors: { select: { instructorId: true, role: true } },
} as const;

/** All her attempts at the quiz are locked, in the order in which submitting and grading lock them. */
async function lockAttempt(
  tx: Tx,
  { enrolmentId, attemptId }: { enrolmentId: string; attemptId: string },
): Promise<AttemptRow> {
  await shareGrading(tx, { enrolmentId });
  await tx.$queryRaw`
    SELECT 1 FROM "Attempt" own JOIN "Attempt" a ON a."enrolmentId" = own."enrolmentId" AND a."lessonId" = own."lessonId"
    WHERE own."id" = ${attemptId}::uuid ORDER BY a."number" FOR UPDATE OF a`;
  return tx.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: attemptColumns });
}

/**
 * What her attempts come to without this one, or with it again. The row stays also where none is left: that nothing
 * waits any more is what a certificate may have waited for.
 */
async function countAnew(tx: Tx, { id, enrolmentId, lessonId }: AttemptRow): Promise<void> {
  const where = { enrolmentId, lessonId };
  if ((await tx.attempt.count({ where: { ...where, state: "submitted" } })) === 0) {
    await tx.quizStanding.updateMany({ where, data: { attempts: 0, share: null, passed: false, waiting: false } });
    return;
  }
  await tx.quizStanding.createMany({ data: { ...where, attempts: 0 }, skipDuplicates: true });
  const { earned } = await settleStandings(tx, { attemptIds: [id], mayFail: true });
  for (const attemptId of earned) await addJob(tx, completeQuizJob, { attemptId }, { key: `complete:${attemptId}` });
}

async function audit(
  tx: Tx,
  ctx: Context,
  { action, attempt, reason }: { action: string; attempt: AttemptRow; reason: string },
): Promise<void> {
  const { id, enrolmentId, lessonId, number, submittedAt, points, maxPoints, passed } = attempt;
  const facts = { lessonId, number, attemptId: id, submitted: submittedAt !== null, points, maxPoints, passed };
  const act = { action, subjectType: "enrolment", subjectId: enrolmentId, reason };
  await writeAuditEntry(tx, ctx, action === "attempt.void" ? { ...act, before: facts } : { ...act, after: facts });
}
