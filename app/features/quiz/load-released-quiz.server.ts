import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { rememberUntilChange } from "#app/platform/db/remember.server.ts";
import { correctionSchema, correctPlan } from "./corrections.ts";
import { type FrozenPlan, frozenPlanSchema } from "./quiz-plan.ts";
import { type QuizRules, quizRulesSchema } from "./quiz-rules.ts";

export type ReleasedQuiz = {
  rules: QuizRules;
  /** What new papers draw from: with the corrections that were made since the release. */
  plan: FrozenPlan;
};

type Whose = { releaseId: string; lessonId: string };

// A release never changes, so that what was read of it once needs no asking again.
const released = new LRUCache<string, ReleasedQuiz>({ max: 500 });

/** A correction is heard of at once; an attempt that begins before it is heard of is graded by it all the same. */
const corrected = rememberUntilChange<FrozenPlan>({ max: 500, milliseconds: 60_000 });

const releasedSchema = z.object({ rules: quizRulesSchema, plan: frozenPlanSchema });

/** The quiz of a lesson as a release has it. Throws where there is none. */
export async function loadReleasedQuiz(db: Db, whose: Whose): Promise<ReleasedQuiz> {
  const key = `${whose.releaseId} ${whose.lessonId}`;
  const memory = corrected(db);
  const known = released.get(key) ?? (await readReleased(db, whose));
  released.set(key, known);
  const plan = memory.get(key) ?? correctPlan(known.plan, await readCorrections(db, known.plan));
  memory.set(key, plan);
  return { rules: known.rules, plan };
}

async function readReleased(db: Db, whose: Whose): Promise<ReleasedQuiz> {
  const select = { rules: true, plan: true };
  return releasedSchema.parse(await db.releaseQuiz.findUniqueOrThrow({ where: { releaseId_lessonId: whose }, select }));
}

/** Those of the versions that may be drawn, and of those that correct them, oldest first. */
async function readCorrections(db: Db, plan: FrozenPlan) {
  const versionIds = plan.sections.flatMap(({ slots }) => slots.flatMap(({ from }) => from.versionIds));
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH RECURSIVE "followed" AS (
      SELECT k."id", k."versionId", k."correctedById", k."madeAt" FROM "QuestionCorrection" k
      WHERE k."versionId" = ANY(${versionIds}::uuid[])
      UNION
      SELECT k."id", k."versionId", k."correctedById", k."madeAt" FROM "QuestionCorrection" k
      JOIN "followed" f ON k."versionId" = f."correctedById"
    ) SELECT "id", "versionId", "correctedById" FROM "followed" ORDER BY "madeAt", "id"`,
  );
  return z.array(correctionSchema).parse(rows);
}
