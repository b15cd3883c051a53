import { createHash } from "node:crypto";
import { z } from "zod";
import { canReleaseCourse } from "#app/features/course/course-access.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { checkBody } from "./bank/check-body.server.ts";
import { completeQuizJob } from "./close-attempt-job.ts";
import { holdGrading } from "./grading-lock.server.ts";
import { tellCorrectionJob } from "./notices/notice-jobs.ts";
import { quizRefused } from "./quiz-errors.ts";
import { type Affected, regradeAttempts } from "./regrade-attempts.server.ts";

const TIMEOUT_MS = 120_000;

export const correctQuestionSchema = z.object({
  /** The version as it was sat. */
  versionId: z.uuid(),
  /** The question with its key put right; null drops it, so that it counts for nobody. */
  body: z.json().nullable(),
  reason: z.string().trim().min(3).max(1_000),
  /** Whether somebody who had passed may be failed by it. */
  mayFail: z.boolean(),
});

type Input = z.infer<typeof correctQuestionSchema>;
type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;

/** Thrown to undo everything that was only tried. */
class Undone extends Error {}

/**
 * Whose grade a correction would change, and how. Nothing is changed: it is done and undone, so that what is told is
 * what would happen. Throws as `correctQuestion` does.
 */
export async function previewCorrection(ctx: Context, input: Input): Promise<Affected[]> {
  let affected: Affected[] = [];
  try {
    await correct(ctx, input, {
      isTry: true,
      told: (told) => {
        affected = told;
        throw new Undone();
      },
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return affected;
}

/**
 * Puts a key right or drops a question, and grades anew every attempt at it, as one act in the audit log. Nobody who
 * passed is failed by it unless `mayFail` says so; papers stay as they were sat. For those who may release the course;
 * for others there is no such version. Throws `unfitCorrection` where the corrected question cannot be shown, or
 * is not one that the answers already given could have been given to.
 */
export async function correctQuestion(
  ctx: Context,
  input: Input,
): Promise<{ correctionId: string; affected: Affected[] }> {
  return correct(ctx, input, { isTry: false, told: () => undefined });
}

/** What is only tried holds up nobody who submits or grades. */
async function correct(
  ctx: Context,
  input: Input,
  { isTry, told }: { isTry: boolean; told: (affected: Affected[]) => void },
) {
  const version = await ctx.db.questionVersion.findUnique({ where: { id: input.versionId }, select: versionColumns });
  if (!version || !canReleaseCourse(ctx.actor, version.question.course)) throw notFound();
  const body = input.body === null ? null : await readBody(ctx.db, version.question, input.body);
  return inTransaction(
    ctx.db,
    async (tx) => {
      if (!isTry) await holdGrading(tx, version.question);
      const correctedById = body === null ? null : await addVersion(tx, { ctx, version, body });
      const { reason, mayFail, versionId } = input;
      const made = { madeById: ctx.actor.id, madeAt: ctx.clock.now() };
      const correction = await tx.questionCorrection.create({
        data: { versionId, correctedById, reason, mayFail, ...made },
        select: { id: true },
      });
      const grading = { correctionId: correction.id, versionId, correctedById, mayFail, now: made.madeAt };
      const { affected, earned } = await regradeAttempts(tx, grading);
      told(affected);
      await keepEffects(tx, { correctionId: correction.id, affected });
      await audit(tx, { ctx, input, correctionId: correction.id, affected });
      for (const attemptId of earned)
        await addJob(tx, completeQuizJob, { attemptId }, { key: `complete:${attemptId}` });
      return { correctionId: correction.id, affected };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

const versionColumns = {
  id: true,
  number: true,
  question: {
    select: {
      id: true,
      type: true,
      courseId: true,
      course: { select: { deletedAt: true, instructors: { select: { instructorId: true, role: true } } } },
    },
  },
} as const;

async function readBody(
  db: Context["db"],
  { courseId, type }: { courseId: string; type: string },
  json: unknown,
): Promise<unknown> {
  const checked = await checkBody(db, { courseId, type, body: json });
  if (!checked.ok) throw quizRefused("unfitCorrection");
  return checked.body;
}

type Version = { id: string; number: number; question: { id: string } };

/**
 * The version that says this, a new one where there is none yet. The question goes on as corrected, unless it has been
 * changed since it was sat: then the bank keeps what was written later.
 */
async function addVersion(
  tx: Tx,
  { ctx, version, body }: { ctx: Context; version: Version; body: unknown },
): Promise<string> {
  const { id: questionId } = version.question;
  const json = z.json().parse(body) ?? {};
  const sha256 = createHash("sha256").update(JSON.stringify(json)).digest("hex");
  // Who saves the question in the bank waits for this, and this for her.
  await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${questionId}::uuid FOR UPDATE`;
  const { current } = await tx.question.findUniqueOrThrow({ where: { id: questionId }, select: { current: true } });
  const known = await tx.questionVersion.findFirst({ where: { questionId, sha256 }, select: { id: true } });
  if (known) return known.id;
  const { _max } = await tx.questionVersion.aggregate({ where: { questionId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const data = { questionId, number, body: json, sha256, createdById: ctx.actor.id };
  const { id } = await tx.questionVersion.create({ data, select: { id: true } });
  if (current === version.number) await tx.question.update({ where: { id: questionId }, data: { current: number } });
  return id;
}

/** What it changed, for those who ask later, and for the mails to those whom it touches. */
async function keepEffects(
  tx: Tx,
  { correctionId, affected }: { correctionId: string; affected: Affected[] },
): Promise<void> {
  if (affected.length === 0) return;
  await tx.correctionEffect.createMany({
    data: affected.map(({ attemptId, before, after, protected: kept }) => ({
      ...{ correctionId, attemptId, protected: kept },
      ...{ beforePoints: before.points, beforeMaxPoints: before.maxPoints, beforePassed: before.passed },
      ...{ afterPoints: after.points, afterMaxPoints: after.maxPoints, afterPassed: after.passed },
    })),
  });
  await addJob(tx, tellCorrectionJob, { correctionId }, { key: `correction:${correctionId}` });
}

async function audit(
  tx: Tx,
  { ctx, input, correctionId, affected }: { ctx: Context; input: Input; correctionId: string; affected: Affected[] },
): Promise<void> {
  await writeAuditEntry(tx, ctx, {
    action: input.body === null ? "question.drop" : "question.correct",
    subjectType: "questionCorrection",
    subjectId: correctionId,
    reason: input.reason,
    before: affected.map(({ attemptId, before }) => ({ attemptId, ...before })),
    after: affected.map(({ attemptId, after }) => ({ attemptId, ...after })),
  });
}
