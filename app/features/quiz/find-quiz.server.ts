import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { AttemptState } from "#app/platform/db/generated/enums.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { type AttemptWindow, windowFor } from "./attempt-window.ts";
import { loadSitting, type Sitting } from "./load-sitting.server.ts";
import { type Obstacle, obstacleTo } from "./obstacle-to.ts";
import { paperSchema } from "./paper.ts";
import { type FrozenPlan, frozenPlanSchema } from "./quiz-plan.ts";
import { type QuizRules, quizRulesSchema, type Reveal } from "./quiz-rules.ts";
import { revealsFor } from "./reveal.ts";

/** One of a learner's attempts, as the quiz's page lists it. */
export type AttemptSummary = {
  id: string;
  number: number;
  submittedAt: Date | null;
  /** Thousandths of a point; null where it may not be seen, or somebody has to grade it first. */
  score: { points: number; maxPoints: number; passed: boolean } | null;
  waiting: boolean;
  /** Where somebody who teaches has set it aside: when and why. It counts for nothing then, and is not looked through. */
  setAside: { at: Date; reason: string } | null;
};

/** A quiz as it is told before it is sat: its rules, and nothing that is in it. */
export type QuizView = Pick<QuizRules, "counts" | "passPercent" | "completesOn" | "oneAtATime" | "noGoingBack"> & {
  /** Of time allowed, with what was granted beyond the rules; null is no limit. */
  minutes: number | null;
  extraMinutes: number;
  opensAt: Date | null;
  closesAt: Date | null;
  attempts: number | null;
  questions: number;
  /** Thousandths of a point. */
  points: number;
  hasPassword: boolean;
  revealAfterSubmitting: Reveal[];
  revealAfterClosing: Reveal[];
  /** Null for somebody who does not learn here. */
  learner: {
    obstacle: Obstacle | null;
    /** Null is no limit. */
    left: number | null;
    open: { id: string; number: number; startedAt: Date; deadlineAt: Date | null } | null;
    /** Those that are over or were set aside, newest first. */
    past: AttemptSummary[];
    /** What a person gave in place of what she earned, in hundredths of a percent; null where nobody did. */
    given: Sitting["given"];
    /** An attempt by which the lesson is complete. */
    earnedBy: string | null;
    /** An attempt whose time is over and which nobody has submitted yet. */
    overdue: string | null;
  } | null;
};

type Whose = { lessonId: string; releaseId: string; learner: { userId: string; enrolmentId: string } | null };

/**
 * The quiz of a lesson: for a learner as her own release has it, with her attempts, else as `releaseId` has it.
 * Undefined where there is none. Checks nothing: the caller has decided that she may see the lesson.
 */
export async function unsafeFindQuiz(
  { db, clock }: Pick<UseCaseContext, "db" | "clock">,
  { lessonId, releaseId, learner }: Whose,
): Promise<QuizView | undefined> {
  if (!learner) return findPlainQuiz(db, { lessonId, releaseId });
  const now = clock.now();
  const sitting = await loadSitting(db, { ...learner, lessonId, now });
  if (!sitting) return undefined;
  const window = windowFor(sitting.rules, sitting);
  const { attempts, passed } = await readAttempts(db, { enrolmentId: learner.enrolmentId, lessonId });
  return {
    ...tellRules({ rules: sitting.rules, plan: sitting.plan, window }),
    learner: tellLearner({ sitting, attempts, passed, window, now }),
  };
}

async function findPlainQuiz(db: Db, whose: { lessonId: string; releaseId: string }): Promise<QuizView | undefined> {
  const row = await db.releaseQuiz.findUnique({
    where: { releaseId_lessonId: whose },
    select: { rules: true, plan: true },
  });
  if (!row) return undefined;
  const rules = quizRulesSchema.parse(row.rules);
  const window = windowFor(rules, { own: null, cohort: null });
  return { ...tellRules({ rules, plan: frozenPlanSchema.parse(row.plan), window }), learner: null };
}

/** What is told of a quiz before it is sat. */
export function tellRules({ rules, plan, window }: { rules: QuizRules; plan: FrozenPlan; window: AttemptWindow }) {
  const slots = plan.sections.flatMap((section) => section.slots);
  const drawn = slots.map(({ count, points, from }) => ({ count: Math.min(count, from.versionIds.length), points }));
  const { counts, passPercent, completesOn, oneAtATime, noGoingBack, attempts, password } = rules;
  const { revealAfterSubmitting, revealAfterClosing } = rules;
  return {
    ...{ counts, passPercent, completesOn, oneAtATime, noGoingBack, attempts, ...window },
    ...{ revealAfterSubmitting, revealAfterClosing },
    minutes: rules.minutes === null ? null : rules.minutes + window.extraMinutes,
    hasPassword: password !== null,
    questions: drawn.reduce((sum, { count }) => sum + count, 0),
    points: drawn.reduce((sum, { count, points }) => sum + count * points, 0),
  };
}

const moment = z.coerce.date();
const attemptSchema = z.object({
  id: z.uuid(),
  number: z.number(),
  state: z.enum(AttemptState),
  startedAt: moment,
  submittedAt: moment.nullable(),
  deadlineAt: moment.nullable(),
  graceUntil: moment.nullable(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  voidedAt: moment.nullable(),
  voidReason: z.string().nullable(),
  rules: paperSchema.shape.rules,
  standingPassed: z.boolean(),
});

type AttemptRow = z.infer<typeof attemptSchema>;

/** Newest first. */
async function readAttempts(db: Db, { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string }) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT a."id", a."number", a."state", a."startedAt", a."submittedAt", a."deadlineAt", a."graceUntil",
      a."points", a."maxPoints", a."passed", a."voidedAt", a."voidReason", a."paper" -> 'rules' AS "rules",
      coalesce(s."passed", false) AS "standingPassed"
    FROM "Attempt" a
    LEFT JOIN "QuizStanding" s ON s."enrolmentId" = a."enrolmentId" AND s."lessonId" = a."lessonId"
    WHERE a."enrolmentId" = ${enrolmentId}::uuid AND a."lessonId" = ${lessonId}::uuid
    ORDER BY a."number" DESC LIMIT 100`,
  );
  const attempts = attemptSchema.array().parse(rows);
  return { attempts, passed: attempts.some(({ standingPassed }) => standingPassed) };
}

type Told = { sitting: Sitting; attempts: AttemptRow[]; passed: boolean; window: AttemptWindow; now: Date };

function tellLearner({ sitting, attempts, passed, window, now }: Told): QuizView["learner"] {
  const open = attempts.find(({ state }) => state === "open");
  const over = attempts.filter(({ state }) => state === "submitted");
  const earnedBy = over.find(({ rules }) => passed || rules.completesOn === "submitting");
  return {
    obstacle: obstacleTo(sitting, { window, now }),
    left: sitting.rules.attempts === null ? null : Math.max(0, sitting.rules.attempts - sitting.attempts),
    open: open ? { id: open.id, number: open.number, startedAt: open.startedAt, deadlineAt: open.deadlineAt } : null,
    past: attempts.filter(({ state }) => state !== "open").map((attempt) => summarise(attempt, { sitting, now })),
    given: sitting.given,
    earnedBy: earnedBy?.id ?? null,
    overdue: open?.graceUntil && open.graceUntil <= now ? open.id : null,
  };
}

function summarise(
  { id, number, submittedAt, points, maxPoints, passed, rules, voidedAt, voidReason }: AttemptRow,
  { sitting, now }: { sitting: Sitting; now: Date },
): AttemptSummary {
  if (voidedAt) {
    const setAside = { at: voidedAt, reason: voidReason ?? "" };
    return { id, number, submittedAt, score: null, waiting: false, setAside };
  }
  const { closesAt } = windowFor(rules, sitting);
  const isShown = revealsFor(rules, { closesAt, now }).has("score") && points !== null;
  const score = isShown ? { points, maxPoints, passed: passed ?? false } : null;
  return { id, number, submittedAt, score, waiting: points === null, setAside: null };
}
