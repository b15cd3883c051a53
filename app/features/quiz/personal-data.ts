import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import {
  type Erasing,
  nobody,
  nothing,
  ofAttempt,
  ofEnrolment,
  ofUser,
  type PersonalData,
  type PersonalFile,
  type Whose,
} from "#app/platform/personal-data/personal-table.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { storeKey } from "./answer-files/answer-file.ts";
import { uploadKey } from "./exchange/bank/upload-key.ts";

/** Whether the rules of attempt `a` show this to its learner once she has submitted. */
const shows = (what: "score" | "marks" | "remarks") =>
  Prisma.sql`a."state" = 'submitted' AND a."paper" #> '{rules,revealAfterSubmitting}' @> ${JSON.stringify([what])}::jsonb`;

/** A column of an attempt, where she may see it already. */
const ofShownAttempt = (column: string, what: "score" | "marks" | "remarks") =>
  Prisma.sql`(SELECT ${Prisma.raw(`t."${column}"`)} FROM "Attempt" a WHERE a."id" = t."attemptId" AND ${shows(what)})`;

const ofAttemptItself = (column: string) =>
  Prisma.sql`(SELECT ${Prisma.raw(`a."${column}"`)} FROM "Attempt" a WHERE a."id" = t."id" AND ${shows("score")})`;

/** Answers in which nothing is written: choices, orders, places and numbers. */
const COUNTED = [
  ...["single-choice", "multiple-choice", "true-false", "matching", "ordering", "categorise", "timeline"],
  ...["place-on-picture", "numeric"],
];

async function filesOf(db: DbOrTx, { id }: Whose): Promise<PersonalFile[]> {
  const rows = await db.answerFile.findMany({
    where: { storedAt: { not: null }, attempt: { enrolment: { userId: id } } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    path: `files/answers/${row.id.slice(-8)}-${row.name}`,
    open: async () => {
      const found = await largeFiles().find(storeKey(row.id));
      return found && largeFiles().stream(storeKey(row.id), 0, found.bytes);
    },
  }));
}

/** What she wrote and sent goes; what she chose stays, for the figures of its question. */
async function eraseAnswers(tx: Tx, { whose, afterwards }: Erasing): Promise<void> {
  const files = await tx.answerFile.findMany({
    where: { attempt: { enrolment: { userId: whose.id } } },
    select: { id: true },
  });
  const uploads = await tx.questionUpload.findMany({ where: { userId: whose.id }, select: { id: true } });
  afterwards.largeFiles.push(...files.map(({ id }) => storeKey(id)), ...uploads.map(({ id }) => uploadKey(id)));
  await tx.$executeRaw`
    DELETE FROM "Answer" t WHERE ${ofAttempt(whose)} AND NOT EXISTS (
      SELECT 1 FROM "SlotGrade" g JOIN "QuestionVersion" v ON v."id" = g."versionId"
      JOIN "Question" q ON q."id" = v."questionId"
      WHERE g."attemptId" = t."attemptId" AND g."slot" = t."slot" AND q."type" = ANY(${COUNTED}))`;
}

/** What quizzes keep about people. */
export const quizData: PersonalData = {
  tables: [
    {
      table: "Attempt",
      hers: ofEnrolment,
      gives: [
        ...["lessonId", "number", "state", "startedAt", "deadlineAt", "submittedAt", "submittedBy", "voidedAt"],
        ...["voidReason", "maxPoints", "points", "passed"],
      ],
      reads: { points: ofAttemptItself("points"), passed: ofAttemptItself("passed") },
      withholds: {
        // The questions are the course's, and their order the quiz's.
        others: ["paper"],
        inner: ["id", "enrolmentId", "allowed", "seed", "graceUntil", "reachedSlot", "toldPoints"],
      },
      onErasure: {
        act: "keep",
        why: "statistics",
        clear: { voidReason: Prisma.sql`CASE WHEN t."voidReason" IS NOT NULL THEN ${nobody} END` },
      },
    },
    {
      table: "AnswerEdit",
      hers: ofAttempt,
      gives: ["slot", "value", "madeAt", "receivedAt", "late"],
      withholds: { inner: ["attemptId", "device", "sequence"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Answer",
      hers: ofAttempt,
      gives: ["slot", "value", "savedAt"],
      withholds: { inner: ["attemptId", "device", "sequence"] },
      onErasure: { act: "byHand", why: "statistics" },
    },
    {
      table: "AnswerFile",
      hers: ofAttempt,
      gives: ["slot", "name", "bytes", "createdAt", "storedAt"],
      withholds: { inner: ["id", "attemptId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "SlotGrade",
      hers: ofAttempt,
      gives: ["slot", "points", "maxPoints", "comment", "dropped", "gradedAt"],
      reads: { points: ofShownAttempt("points", "marks"), comment: ofShownAttempt("comment", "remarks") },
      withholds: {
        others: ["gradedById", "openedById", "openedAt"],
        notYet: ["rubric"],
        inner: ["attemptId", "versionId", "gradedByVersionId", "correctionId"],
      },
      onErasure: { act: "keep", why: "statistics", clear: { comment: nothing } },
    },
    {
      table: "CorrectionEffect",
      hers: ofAttempt,
      gives: ["protected", "toldAt"],
      withholds: {
        notYet: ["beforePoints", "beforeMaxPoints", "beforePassed", "afterPoints", "afterMaxPoints", "afterPassed"],
        inner: ["correctionId", "attemptId"],
      },
      onErasure: { act: "keep", why: "statistics" },
    },
    {
      table: "QuizStanding",
      hers: ofEnrolment,
      gives: ["lessonId", "attempts"],
      withholds: { notYet: ["share", "passed", "waiting"], inner: ["enrolmentId"] },
      onErasure: { act: "keep", why: "statistics" },
    },
    {
      table: "QuizAccommodation",
      hers: ofEnrolment,
      gives: ["lessonId", "extraMinutes", "opensAt", "closesAt", "reason"],
      withholds: { inner: ["id", "enrolmentId", "cohortId"] },
      onErasure: { act: "keep", why: "statistics", clear: { reason: nothing } },
    },
    {
      table: "QuestionUpload",
      hers: ofUser("userId"),
      gives: ["courseId", "name", "format", "bytes", "createdAt"],
      withholds: { inner: ["id", "userId"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [
    { table: "QuestionVersion", columns: ["createdById"] },
    { table: "QuestionCorrection", columns: ["madeById"] },
  ],
  impersonal: ["QuestionCategory", "Question", "QuestionVersion", "Quiz", "ReleaseQuiz", "QuestionCorrection"],
  files: filesOf,
  erase: eraseAnswers,
};
