import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import { unsafeLoadPaper } from "../load-paper.server.ts";
import { type LoadedQuestion, loadQuestions } from "../load-question.server.ts";
import { findGradedCourse } from "./find-graded-course.server.ts";
import { givenRubricSchema } from "./grading-schema.ts";
import { blindQuizzes, queueKey, writeCursor } from "./waiting-rows.server.ts";

/** Within which somebody who opened an answer may still be at it. */
const AT_IT_MS = 10 * 60_000;

const moment = z.coerce.date();

const gradeSchema = z.object({
  points: z.number().nullable(),
  maxPoints: z.number(),
  comment: z.string().nullable(),
  /** By the rubric. */
  given: givenRubricSchema.nullable(),
  grader: z.string().nullable(),
  gradedAt: moment.nullable(),
  dropped: z.boolean(),
});

const rowSchema = gradeSchema.extend({
  gradedByVersionId: z.uuid(),
  question: z.string(),
  type: z.string(),
  questionId: z.uuid(),
  lessonId: z.uuid(),
  lesson: lessonNameSchema.nullable(),
  blind: z.boolean(),
  learner: z.string().nullable(),
  number: z.number(),
  moment,
  within: z.string(),
  passed: z.boolean().nullable(),
  answer: z.unknown(),
  late: z.number(),
  openedBy: z.string().nullable(),
  openedAt: moment.nullable(),
  openedByActor: z.boolean(),
});

export type GivenGrade = z.infer<typeof gradeSchema>;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Address = { course: string; attempt: string; slot: number };

/**
 * An answer with all that its grader needs: the question as it was sat, rubric and model answer, the grade that it
 * has, and who else is at it. Of a quiz that is graded blind it names nobody. Throws 404 where the actor does not teach
 * the course or no person grades the answer.
 */
export async function findAnswerToGrade(ctx: Context, { course: slug, attempt, slot }: Address) {
  const course = await findGradedCourse(ctx, { course: slug });
  const row = await readRow(ctx, { courseId: course.courseId, attempt, slot });
  const question = (await loadQuestions(ctx.db, [row.gradedByVersionId])).get(row.gradedByVersionId);
  if (!question?.type.rubric) throw notFound();
  const { paper } = await unsafeLoadPaper(ctx.db, attempt);
  const shown = paper.slots.find((one) => one.slot === slot)?.shown ?? null;
  await sitDown(ctx, { attempt, slot });
  const { answer, openedBy, openedAt, openedByActor, moment: submitted, within, ...rest } = row;
  const isAtIt = !openedByActor && openedAt !== null && ctx.clock.now().getTime() - openedAt.getTime() < AT_IT_MS;
  return {
    ...rest,
    course,
    moment: submitted,
    cursor: writeCursor({ moment: submitted, within }),
    shown,
    answer: answer ?? null,
    ...helpOf(question),
    atIt: isAtIt ? openedBy : null,
  };
}

export type AnswerToGrade = Awaited<ReturnType<typeof findAnswerToGrade>>;

const modelSchema = z.object({ model: z.partialRecord(z.string(), z.string()).optional() });

/** By what it is graded, its texts as HTML. */
function helpOf({ type, body, text }: LoadedQuestion) {
  const rubric = type.rubric?.(body) ?? [];
  const { model } = modelSchema.parse(body);
  return {
    rubric: rubric.map(({ description, ...criterion }) => ({
      ...criterion,
      ...(description ? { description: text(description) } : {}),
    })),
    model: model ? text(model) : null,
  };
}

async function readRow(
  { db, actor }: Context,
  { courseId, attempt, slot }: { courseId: string; attempt: string; slot: number },
) {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT g."points", g."maxPoints", g."comment", g."rubric" AS "given", g."gradedAt", g."dropped", g."gradedByVersionId",
      q."name" AS "question", q."type", q."id" AS "questionId", a."lessonId", a."passed",
      ${lessonName(Prisma.sql`a."lessonId"`)} AS "lesson", coalesce(b."blind", false) AS "blind",
      CASE WHEN b."blind" THEN NULL ELSE u."name" END AS "learner",
      CASE WHEN b."blind" THEN 0 ELSE a."number" END AS "number",
      ${queueKey.moment} AS "moment", ${queueKey.within} AS "within", w."value" AS "answer",
      (SELECT count(*)::int FROM "AnswerEdit" l WHERE l."attemptId" = a."id" AND l."slot" = g."slot" AND l."late")
        AS "late",
      grader."name" AS "grader", opener."name" AS "openedBy", g."openedAt",
      g."openedById" IS NOT DISTINCT FROM ${actor.id}::uuid AS "openedByActor"
    FROM "SlotGrade" g JOIN "Attempt" a ON a."id" = g."attemptId" AND a."state" = 'submitted'
    JOIN "Enrolment" e ON e."id" = a."enrolmentId" AND e."courseId" = ${courseId}::uuid
    JOIN "User" u ON u."id" = e."userId"
    JOIN "QuestionVersion" v ON v."id" = g."versionId" JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN (${blindQuizzes(courseId)}) b ON b."lessonId" = a."lessonId"
    LEFT JOIN "Answer" w ON w."attemptId" = g."attemptId" AND w."slot" = g."slot"
    LEFT JOIN "User" grader ON grader."id" = g."gradedById" LEFT JOIN "User" opener ON opener."id" = g."openedById"
    WHERE g."attemptId" = ${attempt}::uuid AND g."slot" = ${slot}`,
  );
  if (row === undefined) throw notFound();
  return rowSchema.parse(row);
}

/** Leaves a word for whoever opens it next; no more than that hangs on it. */
async function sitDown({ db, actor, clock }: Context, { attempt, slot }: Omit<Address, "course">): Promise<void> {
  // Who only looks at it as somebody else does not sit at it.
  if (actor.viewedBy) return;
  await db.slotGrade.updateMany({
    where: { attemptId: attempt, slot },
    data: { openedById: actor.id, openedAt: clock.now() },
  });
}
