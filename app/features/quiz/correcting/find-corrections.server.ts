import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { SatQuiz } from "../results/find-sat-quiz.server.ts";
import { nameEffects } from "./name-effects.server.ts";

const MOST = 200;

const correctionSchema = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  question: z.string(),
  number: z.number(),
  dropped: z.boolean(),
  reason: z.string(),
  mayFail: z.boolean(),
  madeBy: z.string().nullable(),
  madeAt: z.date(),
  changed: z.number(),
  told: z.number(),
});

export type FoundCorrection = z.infer<typeof correctionSchema>;

type Context = Pick<PersonContext, "db">;

/** The corrections of questions that were sat in a quiz, newest first. */
export async function findCorrections(ctx: Context, { quiz }: { quiz: SatQuiz }): Promise<FoundCorrection[]> {
  return readCorrections(ctx, { quiz, only: Prisma.empty });
}

/** One of them, with whose grade it changed and how. Throws 404 where the quiz has no such correction. */
export async function findCorrection(ctx: Context, { quiz, correctionId }: { quiz: SatQuiz; correctionId: string }) {
  const only = Prisma.sql`AND k."id" = ${correctionId}::uuid`;
  const [correction] = await readCorrections(ctx, { quiz, only });
  if (!correction) throw notFound();
  const rows = await ctx.db.correctionEffect.findMany({ where: { correctionId } });
  const effects = rows.map((row) => ({
    attemptId: row.attemptId,
    before: { points: row.beforePoints, maxPoints: row.beforeMaxPoints, passed: row.beforePassed },
    after: { points: row.afterPoints, maxPoints: row.afterMaxPoints, passed: row.afterPassed },
    protected: row.protected,
  }));
  return { correction, effects: await nameEffects(ctx, { quiz, effects }) };
}

async function readCorrections(
  { db }: Context,
  { quiz, only }: { quiz: SatQuiz; only: Prisma.Sql },
): Promise<FoundCorrection[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT k."id", k."versionId", q."name" AS "question", v."number", k."correctedById" IS NULL AS "dropped",
      k."reason", k."mayFail", u."name" AS "madeBy", k."madeAt",
      (SELECT count(*)::int FROM "CorrectionEffect" f WHERE f."correctionId" = k."id") AS "changed",
      (SELECT count(*)::int FROM "CorrectionEffect" f WHERE f."correctionId" = k."id" AND f."toldAt" IS NOT NULL)
        AS "told"
    FROM "QuestionCorrection" k JOIN "QuestionVersion" v ON v."id" = k."versionId"
    JOIN "Question" q ON q."id" = v."questionId" AND q."courseId" = ${quiz.course.courseId}::uuid
    LEFT JOIN "User" u ON u."id" = k."madeById"
    WHERE EXISTS (SELECT 1 FROM "SlotGrade" g JOIN "Attempt" a ON a."id" = g."attemptId"
      WHERE g."versionId" = k."versionId" AND a."lessonId" = ${quiz.lessonId}::uuid) ${only}
    ORDER BY k."madeAt" DESC, k."id" LIMIT ${MOST}`,
  );
  return correctionSchema.array().parse(rows);
}
