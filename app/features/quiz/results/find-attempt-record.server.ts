import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { AttemptState, SubmittedBy } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { unsafeFindAnswerFiles } from "../answer-files/find-answer-file.server.ts";
import { type LoadedQuestion, loadQuestions } from "../load-question.server.ts";
import { paperSchema } from "../paper.ts";
import { reveals } from "../quiz-rules-choices.ts";
import { reviewSlot } from "../review-slot.server.ts";
import { picksOf, type Pick as Said } from "./answer-picks.ts";
import type { SatQuiz } from "./find-sat-quiz.server.ts";
import { partNames } from "./part-names.ts";

const moment = z.coerce.date();

/** Of what was replaced, the newest are told whole; an essay is sent hundreds of times while it is written. */
const WHOLE = 20;
const BEGINNING = 200;

const beginningOf = (pick: Said): Said =>
  pick.given.length > BEGINNING ? { ...pick, given: `${pick.given.slice(0, BEGINNING).toWellFormed()}…` } : pick;

const gradeSchema = z.object({
  slot: z.number(),
  gradedByVersionId: z.uuid(),
  points: z.number().nullable(),
  dropped: z.boolean(),
  comment: z.string().nullable(),
  rubric: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  correction: z.string().nullable(),
  grader: z.string().nullable(),
  gradedAt: moment.nullable(),
});

const editSchema = z.object({
  slot: z.number(),
  device: z.string(),
  sequence: z.number(),
  value: z.json(),
  madeAt: moment,
  receivedAt: moment,
  late: z.boolean(),
});

const rowSchema = z.object({
  id: z.uuid(),
  learner: z.string().nullable(),
  number: z.number(),
  state: z.enum(AttemptState),
  startedAt: moment,
  deadlineAt: moment.nullable(),
  submittedAt: moment.nullable(),
  submittedBy: z.enum(SubmittedBy).nullable(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  voidedAt: moment.nullable(),
  voidReason: z.string().nullable(),
  paper: paperSchema,
  answers: z.array(z.object({ slot: z.number(), device: z.string(), sequence: z.number(), value: z.json() })),
  edits: z.array(editSchema),
  grades: z.array(gradeSchema),
});

type Row = z.infer<typeof rowSchema>;

/**
 * One attempt with all that is known of it: the paper, each answer with key and grade, and every edit that ever
 * arrived, those that came late or were replaced among them, of old ones that were replaced only how they begin. Throws 404 where the quiz has no such attempt.
 */
export async function findAttemptRecord(
  ctx: Pick<PersonContext, "db" | "locale">,
  { quiz, attemptId }: { quiz: SatQuiz; attemptId: string },
) {
  const { paper, answers, edits, grades, ...attempt } = await readRow(ctx, { quiz, attemptId });
  const versionIds = paper.slots.map(({ versionId }) => versionId);
  const keys = grades.map(({ gradedByVersionId }) => gradedByVersionId);
  const questions = await loadQuestions(ctx.db, [...versionIds, ...keys]);
  const devices = [...new Set(edits.map(({ device }) => device))];
  const slots = paper.slots.map((slot) => {
    const grade = grades.find((one) => one.slot === slot.slot);
    const question = questions.get(grade?.gradedByVersionId ?? slot.versionId);
    const answer = answers.find((one) => one.slot === slot.slot);
    const own = edits.filter((edit) => edit.slot === slot.slot);
    return {
      ...slot,
      ...reviewed({ question, grade, answer: answer?.value, locale: ctx.locale }),
      answer: answer ? { slot: slot.slot, sequence: answer.sequence, value: answer.value } : undefined,
      byHand: question?.type.rubric !== null,
      grader: grade?.grader ?? null,
      cameLate: own.some(({ late }) => late),
      names: Object.fromEntries(partNames(slot.shown)),
      edits: own.map(({ device, late, value, ...edit }, index) => {
        const fate = fateOf({ late, counts: answer?.device === device && answer.sequence === edit.sequence });
        const isWhole = fate !== "replaced" || index >= own.length - WHOLE;
        const picks = isWhole ? picksOf(value) : picksOf(value).map(beginningOf);
        return { ...edit, device: devices.indexOf(device) + 1, picks, fate };
      }),
    };
  });
  const files = await unsafeFindAnswerFiles(ctx.db, { attemptId, blind: quiz.nameless });
  return { ...attempt, sections: paper.sections, slots, files };
}

export type AttemptRecord = Awaited<ReturnType<typeof findAttemptRecord>>;

const fateOf = ({ late, counts }: { late: boolean; counts: boolean }) => {
  if (late) return "late" as const;
  return counts ? ("counts" as const) : ("replaced" as const);
};

function reviewed({
  question,
  grade,
  answer,
  locale,
}: {
  question: LoadedQuestion | undefined;
  grade: Row["grades"][number] | undefined;
  answer: unknown;
  locale: Locale;
}) {
  const none = { points: null, dropped: false, comment: null, rubric: null, correction: null };
  return reviewSlot({ reveals: new Set(reveals), question, answer, grade: grade ?? none, locale });
}

async function readRow(
  { db }: Pick<PersonContext, "db">,
  { quiz, attemptId }: { quiz: SatQuiz; attemptId: string },
): Promise<Row> {
  const time = (column: Prisma.Sql) => (quiz.nameless ? Prisma.sql`date_trunc('day', ${column}, 'UTC')` : column);
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT a."id", ${quiz.nameless ? Prisma.sql`NULL` : Prisma.sql`u."name"`} AS "learner", a."number", a."state",
      ${time(Prisma.sql`a."startedAt"`)} AS "startedAt", ${time(Prisma.sql`a."deadlineAt"`)} AS "deadlineAt",
      ${time(Prisma.sql`a."submittedAt"`)} AS "submittedAt", a."submittedBy", a."points", a."maxPoints", a."passed",
      ${time(Prisma.sql`a."voidedAt"`)} AS "voidedAt", a."voidReason", a."paper",
      (SELECT coalesce(json_agg(json_build_object('slot', w."slot", 'device', w."device", 'sequence', w."sequence",
        'value', w."value")), '[]') FROM "Answer" w WHERE w."attemptId" = a."id") AS "answers",
      (SELECT coalesce(json_agg(json_build_object('slot', x."slot", 'device', x."device", 'sequence', x."sequence",
        'value', x."value", 'madeAt', ${time(Prisma.sql`x."madeAt"`)}, 'receivedAt', ${time(Prisma.sql`x."receivedAt"`)},
        'late', x."late") ORDER BY x."slot", x."receivedAt", x."sequence", x."device"), '[]')
        FROM "AnswerEdit" x WHERE x."attemptId" = a."id") AS "edits",
      (SELECT coalesce(json_agg(json_build_object('slot', g."slot", 'gradedByVersionId', g."gradedByVersionId",
        'points', g."points", 'dropped', g."dropped", 'comment', g."comment", 'rubric', g."rubric",
        'correction', k."reason", 'grader', t."name", 'gradedAt', g."gradedAt")), '[]')
        FROM "SlotGrade" g LEFT JOIN "QuestionCorrection" k ON k."id" = g."correctionId"
        LEFT JOIN "User" t ON t."id" = g."gradedById" WHERE g."attemptId" = a."id") AS "grades"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" JOIN "User" u ON u."id" = e."userId"
    WHERE a."id" = ${attemptId}::uuid AND a."lessonId" = ${quiz.lessonId}::uuid
      AND e."courseId" = ${quiz.course.courseId}::uuid`,
  );
  if (row === undefined) throw notFound();
  return rowSchema.parse(row);
}
