import type { Pool } from "pg";
import { z } from "zod";
import { openLessonSql } from "#app/features/lesson/open-lesson-sql.ts";
import { database } from "#app/platform/db/client.server.ts";
import { EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { CompletionInput } from "./progress-schema.ts";

/** What a learner says of a lesson, what the server knows she watched, passed or submitted, or what was waived to her. */
type Cause = CompletionInput["cause"] | "watched" | "passed" | "submitted" | "waived";

const openIn = (lesson: string) =>
  openLessonSql({
    lesson,
    enrolmentId: `held."id"`,
    startsAt: `coalesce((SELECT c."startsAt" FROM "Cohort" c WHERE c."id" = held."cohortId"), held."enrolledAt")`,
    currentReleaseId: `course."currentReleaseId"`,
    now: "$5",
  });

/**
 * One round trip: locks the enrolment, checks everything, adds the fact and keeps the stored copy.
 *
 * `seen` is the row as this statement's snapshot knows it and `held` the row as it is once locked. Where they differ
 * in `countedThrough`, a recount for a release that this snapshot may not see came in between: nothing is written,
 * and the statement is run again.
 */
const STATEMENT = `
WITH seen AS (
  SELECT "id", "countedThrough" FROM "Enrolment" WHERE "id" = $1 AND "userId" = $2
), held AS (
  SELECT "id", "courseId", "cohortId", "releaseId", "state", "countedThrough", "enrolledAt", "accessUntil"
  FROM "Enrolment" WHERE "id" = $1 AND "userId" = $2 FOR NO KEY UPDATE
), lesson AS (
  SELECT held."id", held."state",
    seen."countedThrough" = held."countedThrough" AS "fresh",
    $4 <> 'waived' AND coalesce((SELECT c."startsAt" > $5 FROM "Cohort" c WHERE c."id" = held."cohortId"), false) AS "early",
    -- What was watched or sat was so while she might; only what is said by hand has to be said in time.
    $4 IN ('acknowledged', 'reachedEnd') AND held."accessUntil" <= $5 IS TRUE AS "ended",
    $4 NOT IN ('acknowledged', 'reachedEnd') OR (pinned."lessonId" IS NOT NULL AND ${openIn("pinned")})
      OR (current."lessonId" IS NOT NULL AND ${openIn("current")}) AS "open",
    coalesce(pinned."kind", current."kind") AS "kind",
    course."state" <> 'draft' AND coalesce(pinned."kind", current."kind") IS NOT NULL AS "known",
    CASE $4 WHEN 'waived' THEN true
      WHEN 'watched' THEN coalesce(pinned."kind", current."kind") = 'lecture' AND EXISTS (
        -- Of her own release, or of the current one where that brought the lecture.
        SELECT 1 FROM "ReleaseLecture" own JOIN "Watching" w ON w."enrolmentId" = held."id" AND w."lessonId" = $3
          AND w."lengthSeconds" = own."lengthSeconds"
        WHERE own."lessonId" = $3 AND own."releaseId" = coalesce(pinned."releaseId", current."releaseId")
          AND seconds_in(w."watched") * 100 >= own."thresholdPercent" * own."lengthSeconds")
      WHEN 'passed' THEN coalesce(pinned."kind", current."kind") = 'quiz' AND EXISTS (
        SELECT 1 FROM "QuizStanding" s WHERE s."enrolmentId" = held."id" AND s."lessonId" = $3 AND s."passed")
      WHEN 'submitted' THEN coalesce(pinned."kind", current."kind") = 'quiz' AND EXISTS (
        SELECT 1 FROM "Attempt" a WHERE a."enrolmentId" = held."id" AND a."lessonId" = $3
          AND a."state" = 'submitted' AND a."paper" #>> '{rules,completesOn}' = 'submitting')
      ELSE coalesce(pinned."kind", current."kind") IN ('text', 'file')
        AND ($4 = 'acknowledged' OR course."completionRule" = 'reachEnd') END AS "earned",
    coalesce(pinned."required", false) AS "required",
    pinned."required" IS TRUE AND EXISTS (
      SELECT 1 FROM "Release" own JOIN "Release" later
        ON later."courseId" = own."courseId" AND later."number" > own."number" AND later."number" <= held."countedThrough"
      WHERE own."id" = held."releaseId" AND NOT EXISTS (
        SELECT 1 FROM "ReleaseLesson" l
        WHERE l."releaseId" = later."id" AND l."lessonId" = $3 AND l."required")) AS "waived"
  FROM held JOIN seen ON true JOIN "Course" course ON course."id" = held."courseId"
  LEFT JOIN "ReleaseLesson" pinned ON pinned."releaseId" = held."releaseId" AND pinned."lessonId" = $3
  LEFT JOIN "ReleaseLesson" current ON current."releaseId" = course."currentReleaseId" AND current."lessonId" = $3
), fact AS (
  INSERT INTO "Completion" ("enrolmentId", "lessonId", "cause", "completedAt")
  SELECT "id", $3, $4::"CompletionCause", $5 FROM lesson
  WHERE "fresh" AND "state" = 'active' AND NOT "early" AND NOT "ended" AND "open" AND "known" AND "earned"
  ON CONFLICT DO NOTHING RETURNING "enrolmentId"
), counted AS (
  UPDATE "Enrolment" e SET
    "completedRequired" = e."completedRequired" + 1,
    "required" = e."required" + lesson."waived"::int,
    "completedAt" = CASE WHEN e."completedRequired" + 1 = e."required" + lesson."waived"::int
      THEN coalesce(e."completedAt", $5) ELSE e."completedAt" END
  FROM lesson JOIN fact ON fact."enrolmentId" = lesson."id"
  WHERE e."id" = lesson."id" AND lesson."required"
  RETURNING e."completedAt" = $5 AS "finished"
)
SELECT "fresh", "state", "early", "ended", "open", "known", "earned", EXISTS (SELECT 1 FROM fact) AS "written",
  coalesce((SELECT "finished" FROM counted), false) AS "finished"
FROM lesson`;

const answerSchema = z.object({
  fresh: z.boolean(),
  state: z.enum(EnrolmentState),
  early: z.boolean(),
  ended: z.boolean(),
  open: z.boolean(),
  known: z.boolean(),
  earned: z.boolean().nullable(),
  written: z.boolean(),
  finished: z.boolean(),
});

const RUNS = 5;

/**
 * Writes the fact that the actor completed a lesson of her own release or of the current one, with the stored copy of
 * her progress; durable when it returns. A repeated fact is a success. `finished` says whether this very fact
 * finished the course. Throws 404 where the enrolment is not hers or the lesson not in it, and `withdrawn`,
 * `notStarted` (her cohort begins later), `ended` (her time is over), `notOpen` (it waits for its day or for other
 * lessons), `notByHand` (the lesson completes in another way), `notWatched` (too little
 * of the lecture was played) or `notPassed` (her attempts at the quiz do not complete it).
 */
export async function completeLesson(
  {
    actor,
    clock,
    connections = database().connections,
  }: Pick<PersonContext, "clock"> & { actor: Pick<PersonContext["actor"], "id">; connections?: Pool },
  { enrolmentId, lessonId, cause }: Omit<CompletionInput, "cause"> & { cause: Exclude<Cause, "waived"> },
): Promise<{ finished: boolean }> {
  const fact = { userId: actor.id, enrolmentId, lessonId, cause, at: clock.now() };
  const { finished } = await writeCompletion(fact, async (text, values) => {
    const { rows } = await connections.query({ name: "complete-lesson", text, values });
    return rows;
  });
  return { finished };
}

type Fact = { userId: string; enrolmentId: string; lessonId: string; cause: Cause; at: Date };

/**
 * The same in the transaction of whoever asks the database, for what is written beside it. `written` is false where
 * the lesson was complete already. Says nothing of who may do so.
 */
export async function writeCompletion(
  { userId, enrolmentId, lessonId, cause, at }: Fact,
  ask: (text: string, values: unknown[]) => Promise<unknown[]>,
): Promise<{ finished: boolean; written: boolean }> {
  for (let run = 1; run <= RUNS; run += 1) {
    const rows = await ask(STATEMENT, [enrolmentId, userId, lessonId, cause, at]);
    if (rows.length === 0) throw notFound();
    const answer = answerSchema.parse(rows[0]);
    if (!answer.fresh) continue;
    if (!answer.known) throw notFound();
    if (answer.state !== "active") throw refusal("withdrawn");
    if (answer.early) throw refusal("notStarted");
    if (answer.ended) throw refusal("ended");
    if (!answer.open) throw refusal("notOpen");
    if (!answer.earned) throw refusal(notEarned[cause]);
    return { finished: answer.finished, written: answer.written };
  }
  throw refusal("busy");
}

const notEarned = {
  acknowledged: "notByHand",
  reachedEnd: "notByHand",
  watched: "notWatched",
  passed: "notPassed",
  submitted: "notPassed",
  waived: "notByHand",
} as const;

function refusal(
  code: "withdrawn" | "notStarted" | "ended" | "notOpen" | "busy" | (typeof notEarned)[Cause],
): ExpectedError {
  return new ExpectedError({ code, messageKey: `progress:errors.${code}`, status: code === "busy" ? 503 : 409 });
}
