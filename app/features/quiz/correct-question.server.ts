import { createHash } from "node:crypto";
import { z } from "zod";
import { canReleaseCourse } from "#app/features/course/course-access.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { completeQuizJob } from "./close-attempt-job.ts";
import { GRADING_LOCK } from "./corrections.ts";
import { questionTypes } from "./question-types/registry.ts";
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
    await correct(ctx, input, (told) => {
      affected = told;
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return affected;
}

/**
 * Puts a key right or drops a question, and grades anew every attempt at it, as one act in the audit log. Nobody who
 * passed is failed by it unless `mayFail` says so; papers stay as they were sat. For those who may release the course;
 * for others there is no such version. Throws `unfitCorrection` where the corrected question is not one that the
 * answers already given could have been given to.
 */
export async function correctQuestion(ctx: Context, input: Input): Promise<Affected[]> {
  return correct(ctx, input, () => undefined);
}

async function correct(ctx: Context, input: Input, told: (affected: Affected[]) => void): Promise<Affected[]> {
  const version = await ctx.db.questionVersion.findUnique({ where: { id: input.versionId }, select: versionColumns });
  if (!version || !canReleaseCourse(ctx.actor, version.question.course)) throw notFound();
  const body = input.body === null ? null : parseBody(version.question.type, input.body);
  return inTransaction(
    ctx.db,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${GRADING_LOCK})`;
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
      await audit(tx, { ctx, input, correctionId: correction.id, affected });
      for (const attemptId of earned)
        await addJob(tx, completeQuizJob, { attemptId }, { key: `complete:${attemptId}` });
      return affected;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

const versionColumns = {
  id: true,
  question: {
    select: {
      id: true,
      type: true,
      course: { select: { instructors: { select: { instructorId: true, role: true } } } },
    },
  },
} as const;

function parseBody(typeName: string, json: unknown): unknown {
  const parsed = questionTypes.get(typeName)?.parseBody(json);
  if (!parsed?.ok) throw quizRefused("unfitCorrection");
  return parsed.value;
}

/** The question goes on as corrected: later papers that draw it have the new version. */
async function addVersion(
  tx: Tx,
  { ctx, version, body }: { ctx: Context; version: { question: { id: string } }; body: unknown },
): Promise<string> {
  const questionId = version.question.id;
  const { _max } = await tx.questionVersion.aggregate({ where: { questionId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const json = z.json().parse(body) ?? {};
  const sha256 = createHash("sha256").update(JSON.stringify(json)).digest("hex");
  const data = { questionId, number, body: json, sha256, createdById: ctx.actor.id };
  const { id } = await tx.questionVersion.create({ data, select: { id: true } });
  await tx.question.update({ where: { id: questionId }, data: { current: number } });
  return id;
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
