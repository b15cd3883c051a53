import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { AttemptState, SubmittedBy } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { AnswerFileView } from "./answer-files/answer-file.ts";
import { unsafeFindAnswerFiles } from "./answer-files/find-answer-file.server.ts";
import { windowFor } from "./attempt-window.ts";
import { unsafeLoadPaper } from "./load-paper.server.ts";
import { loadQuestions } from "./load-question.server.ts";
import { accommodationSchema } from "./load-sitting.server.ts";
import type { Paper, PaperSlot } from "./paper.ts";
import { fileUpload } from "./question-types/file-upload/file-upload.ts";
import type { Reveal } from "./quiz-rules.ts";
import { readOpenAttempt } from "./read-open-attempt.server.ts";
import { revealsFor } from "./reveal.ts";
import { reviewSlot, type SlotReview } from "./review-slot.server.ts";

const moment = z.coerce.date();

const attemptSchema = z.object({
  id: z.uuid(),
  number: z.number(),
  state: z.enum(AttemptState),
  startedAt: moment,
  deadlineAt: moment.nullable(),
  graceUntil: moment.nullable(),
  submittedAt: moment.nullable(),
  submittedBy: z.enum(SubmittedBy).nullable(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  voidedAt: moment.nullable(),
  voidReason: z.string().nullable(),
  own: accommodationSchema,
  cohort: accommodationSchema,
  answers: z.array(z.object({ slot: z.number(), sequence: z.number(), device: z.uuid(), value: z.json() })),
  late: z.array(z.number()),
  /** Corrections that changed what the attempt came to, oldest first. */
  changes: z.array(
    z.object({
      reason: z.string(),
      at: moment,
      beforePoints: z.number().nullable(),
      beforeMaxPoints: z.number(),
      afterPoints: z.number().nullable(),
      afterMaxPoints: z.number(),
      /** She passes by it still, though her points would not. */
      protected: z.boolean(),
    }),
  ),
  grades: z.array(
    z.object({
      slot: z.number(),
      gradedByVersionId: z.uuid(),
      points: z.number().nullable(),
      dropped: z.boolean(),
      comment: z.string().nullable(),
      /** Points given by criterion, or levels: as whoever graded it has said. */
      rubric: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
      /** Why it was graded anew. */
      correction: z.string().nullable(),
    }),
  ),
});

type AttemptRow = z.infer<typeof attemptSchema>;

/** Set aside by somebody who teaches: nothing of it is shown but that it is so, and why. */
type VoidedAttempt = Pick<AttemptRow, "id" | "number"> & {
  state: "voided";
  enrolmentId: string;
  lessonId: string;
  graceUntil: null;
  voidedAt: Date;
  reason: string;
};

type Facts = Pick<AttemptRow, "id" | "number" | "startedAt" | "deadlineAt" | "graceUntil" | "answers"> & {
  enrolmentId: string;
  lessonId: string;
  rules: Paper["rules"];
  sections: Paper["sections"];
  /** What she sent for questions that take files, whether or not her answers name it. */
  files: AnswerFileView[];
};

/** An attempt as its learner sees it; what she may not see yet is not in it. */
export type AttemptView = VoidedAttempt | (Facts & SeenAttempt);

type SeenAttempt =
  | { state: "open"; reachedSlot: number; slots: Omit<PaperSlot, "versionId">[]; slotCount: number }
  | {
      state: "submitted";
      submittedAt: Date;
      submittedBy: SubmittedBy;
      /** Null where she may not see it, or somebody has to grade it first. */
      score: { points: number; maxPoints: number; passed: boolean } | null;
      waiting: boolean;
      /** How corrections changed the score; none where that may not be seen. */
      changes: AttemptRow["changes"];
      reveals: Reveal[];
      /** What she may see besides once the quiz has closed to her; null where nothing changes then. */
      later: { at: Date; reveals: Reveal[] } | null;
      slots: (Omit<PaperSlot, "versionId"> &
        SlotReview & {
          /** An edit of this answer came too late, and does not count. */
          cameLate: boolean;
        })[];
    };

/**
 * The actor's own attempt. While it is open it holds the questions as the paper has them, of a quiz without going back
 * only the one she has reached; once it is over, what the rules let her see; of one that was set aside, why. Throws 404 where it is another's.
 */
export async function findAttempt(
  { db, actor, clock, locale }: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  { attemptId }: { attemptId: string },
): Promise<AttemptView> {
  const held = await unsafeLoadPaper(db, attemptId);
  if (held.userId !== actor.id) throw notFound();
  const { paper, enrolmentId, lessonId } = held;
  const { rules, sections } = paper;
  const files = takesFiles(paper) ? await unsafeFindAnswerFiles(db, { attemptId }) : [];
  const open = await readOpenAttempt(db, attemptId);
  if (open) return showOpen({ ...open, enrolmentId, lessonId, rules, sections, files }, paper);
  const attempt = await readAttempt(db, attemptId);
  const { id, number, startedAt, deadlineAt, graceUntil, submittedAt, submittedBy, voidedAt } = attempt;
  if (voidedAt) {
    const reason = attempt.voidReason ?? "";
    return { id, number, state: "voided", enrolmentId, lessonId, graceUntil: null, voidedAt, reason };
  }
  if (!submittedAt || !submittedBy) throw new Error("An attempt is neither open nor submitted");
  const { closesAt } = windowFor(rules, attempt);
  const now = clock.now();
  const reveals = revealsFor(rules, { closesAt, now });
  return {
    ...{ id, number, startedAt, deadlineAt, graceUntil, enrolmentId, lessonId, rules, sections, files },
    answers: attempt.answers,
    state: "submitted",
    submittedAt,
    submittedBy,
    waiting: attempt.points === null,
    score: reveals.has("score") ? scoreOf(attempt) : null,
    changes: reveals.has("score") ? attempt.changes : [],
    reveals: [...reveals],
    later: closesAt && closesAt > now ? { at: closesAt, reveals: rules.revealAfterClosing } : null,
    slots: await reviewSlots(db, { paper, attempt, reveals, locale }),
  };
}

const takesFiles = ({ slots }: Paper) => slots.some(({ type }) => type === fileUpload.name);

async function reviewSlots(
  db: Db,
  {
    paper,
    attempt,
    reveals,
    locale,
  }: { paper: Paper; attempt: AttemptRow; reveals: ReadonlySet<Reveal>; locale: Locale },
) {
  const answers = new Map(attempt.answers.map(({ slot, value }) => [slot, value]));
  const grades = new Map(attempt.grades.map((grade) => [grade.slot, grade]));
  // By the key that graded it: after a correction another version's.
  const questions = await loadQuestions(
    db,
    attempt.grades.map(({ gradedByVersionId }) => gradedByVersionId),
  );
  return paper.slots.map(({ versionId: _, ...slot }) => {
    const grade = grades.get(slot.slot);
    const question = questions.get(grade?.gradedByVersionId ?? "");
    const cameLate = attempt.late.includes(slot.slot);
    const answer = answers.get(slot.slot);
    return { ...slot, cameLate, ...reviewSlot({ reveals, question, answer, grade, locale }) };
  });
}

function showOpen({ reachedSlot, ...facts }: Facts & { reachedSlot: number }, paper: Paper): AttemptView {
  const { noGoingBack } = paper.rules;
  const isShown = ({ slot }: { slot: number }) => !noGoingBack || slot === reachedSlot;
  const slots = paper.slots.filter(isShown).map(({ versionId: _, ...slot }) => slot);
  return {
    ...facts,
    answers: facts.answers.filter(isShown),
    files: facts.files.filter(isShown),
    state: "open",
    reachedSlot,
    slots,
    slotCount: paper.slots.length,
  };
}

function scoreOf({ points, maxPoints, passed }: AttemptRow) {
  return points === null ? null : { points, maxPoints, passed: passed ?? false };
}

async function readAttempt(db: Db, attemptId: string): Promise<AttemptRow> {
  const accommodation = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT json_build_object('extraMinutes', m."extraMinutes", 'opensAt', m."opensAt", 'closesAt', m."closesAt")
      FROM "QuizAccommodation" m WHERE m."lessonId" = a."lessonId" AND ${whose})`;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT a."id", a."number", a."state", a."startedAt", a."deadlineAt", a."graceUntil", a."submittedAt",
      a."submittedBy", a."points", a."maxPoints", a."passed", a."voidedAt", a."voidReason",
      ${accommodation(Prisma.sql`m."enrolmentId" = a."enrolmentId"`)} AS "own",
      ${accommodation(Prisma.sql`m."cohortId" = e."cohortId"`)} AS "cohort",
      (SELECT coalesce(json_agg(json_build_object('slot', w."slot", 'sequence', w."sequence",
        'device', w."device", 'value', w."value")
        ORDER BY w."slot"), '[]') FROM "Answer" w WHERE w."attemptId" = a."id") AS "answers",
      (SELECT coalesce(json_agg(DISTINCT d."slot"), '[]') FROM "AnswerEdit" d
        WHERE d."attemptId" = a."id" AND d."late") AS "late",
      (SELECT coalesce(json_agg(json_build_object('reason', k."reason", 'at', k."madeAt",
          'beforePoints', f."beforePoints", 'beforeMaxPoints', f."beforeMaxPoints", 'afterPoints', f."afterPoints",
          'afterMaxPoints', f."afterMaxPoints", 'protected', f."protected") ORDER BY k."madeAt"), '[]')
        FROM "CorrectionEffect" f JOIN "QuestionCorrection" k ON k."id" = f."correctionId"
        WHERE f."attemptId" = a."id") AS "changes",
      (SELECT coalesce(json_agg(json_build_object('slot', g."slot", 'points', g."points", 'dropped', g."dropped",
        'gradedByVersionId', g."gradedByVersionId", 'comment', g."comment", 'rubric', g."rubric",
        'correction', k."reason")
        ORDER BY g."slot"), '[]') FROM "SlotGrade" g LEFT JOIN "QuestionCorrection" k ON k."id" = g."correctionId"
        WHERE g."attemptId" = a."id") AS "grades"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" WHERE a."id" = ${attemptId}::uuid`,
  );
  if (row === undefined) throw notFound();
  return attemptSchema.parse(row);
}
