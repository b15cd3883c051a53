import { z } from "zod";
import { connectionsOf, type DbOrTx } from "#app/platform/db/client.server.ts";
import { AttemptState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadOwnOutline } from "./load-paper.server.ts";
import { type LoadedQuestion, loadQuestions } from "./load-question.server.ts";

const MOST_EDITS = 200;
/** Milliseconds by which what other devices saved is told twice rather than missed. */
const OVERLAP = 10_000;

/** What a device sends: its edits of answers, in the order in which they were made; none where it only asks. */
export const saveAnswersSchema = z.object({
  attemptId: z.uuid(),
  device: z.uuid(),
  /** Whose answers the device takes them to be. */
  person: z.uuid().optional(),
  /** `now` of the last response: what other devices saved since then is told. */
  since: z.number().min(0).max(8.64e15).optional(),
  edits: z
    .array(
      z.object({
        slot: z.int().min(1).max(10_000),
        sequence: z.int().min(1).max(1_000_000_000),
        value: z.json(),
        /** Milliseconds since 1970 by the server's clock, as far as the device can tell. */
        madeAt: z.number().min(0).max(8.64e15),
      }),
    )
    .max(MOST_EDITS),
});

/**
 * One round trip: locks the attempt against being submitted, keeps every edit, and lets the one with the greatest
 * sequence be the answer. Edits that came too late are kept and marked, and stay so when they come again after more
 * time was given. What was received before is a success.
 */
const STATEMENT = `
WITH held AS (
  SELECT a."id", a."state", a."startedAt", a."deadlineAt", a."graceUntil", a."reachedSlot"
  FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId"
  WHERE a."id" = $1 AND e."userId" = $2 FOR SHARE OF a
), given AS (
  SELECT held."id", g."slot", g."sequence", g."value", known."late" AS "knownLate",
    greatest(held."startedAt", least($4::timestamptz, to_timestamp(g."madeAt" / 1000.0))) AS "madeAt",
    held."state" = 'open' AND known."late" IS NOT TRUE AND (NOT $6 OR g."slot" = held."reachedSlot")
      AND (held."deadlineAt" IS NULL OR $4 <= held."deadlineAt"
        OR (to_timestamp(g."madeAt" / 1000.0) <= held."deadlineAt" AND $4 <= held."graceUntil")) AS "counts"
  FROM held CROSS JOIN jsonb_to_recordset($5::jsonb)
    AS g("slot" int, "sequence" int, "value" jsonb, "madeAt" double precision)
  LEFT JOIN "AnswerEdit" known ON known."attemptId" = held."id" AND known."slot" = g."slot"
    AND known."device" = $3 AND known."sequence" = g."sequence"
  WHERE NOT $6 OR g."slot" <= held."reachedSlot"
), edit AS (
  INSERT INTO "AnswerEdit" ("attemptId", "slot", "device", "sequence", "value", "madeAt", "receivedAt", "late")
  SELECT "id", "slot", $3, "sequence", "value", "madeAt", $4, NOT "counts" FROM given
  ON CONFLICT DO NOTHING
), answer AS (
  INSERT INTO "Answer" ("attemptId", "slot", "device", "sequence", "value", "savedAt")
  SELECT DISTINCT ON ("slot") "id", "slot", $3, "sequence", "value", $4 FROM given
  WHERE "counts" ORDER BY "slot", "sequence" DESC
  ON CONFLICT ("attemptId", "slot") DO UPDATE
    SET "device" = excluded."device", "sequence" = excluded."sequence", "value" = excluded."value",
      "savedAt" = excluded."savedAt"
    WHERE ("Answer"."sequence", "Answer"."device") < (excluded."sequence", excluded."device")
)
SELECT held."state", coalesce(
    (SELECT json_agg(json_build_object('slot', "slot", 'sequence', "sequence",
      'late', coalesce("knownLate", NOT "counts"))) FROM given), '[]') AS "edits",
  coalesce((SELECT json_agg(json_build_object('slot', w."slot", 'sequence', w."sequence", 'device', w."device",
      'value', w."value")) FROM "Answer" w WHERE w."attemptId" = held."id" AND w."device" <> $3
      AND (w."savedAt" > $7 OR w."slot" IN (SELECT "slot" FROM given)) AND (NOT $6 OR w."slot" = held."reachedSlot")), '[]') AS "answers"
FROM held`;

const answerSchema = z.object({
  state: z.enum(AttemptState),
  edits: z.array(z.object({ slot: z.number(), sequence: z.number(), late: z.boolean() })),
  answers: z.array(z.object({ slot: z.number(), sequence: z.number(), device: z.string(), value: z.json() })),
});

/**
 * What became of each edit: kept, and `late` where it does not count; or `refused`, as no answer to this question or
 * to one that she was not shown. `answers` are those that other devices saved since she was last told, and those
 * that stood before these edits; `now` is the server's time in milliseconds.
 */
export type SavedAnswers = z.infer<typeof answerSchema> & {
  refused: { slot: number; sequence: number }[];
  now: number;
};

/**
 * Saves edits of the actor's answers; durable when it returns. A repeated edit is a success, and of edits that two
 * devices made the one with the greater sequence counts, whichever came first. Throws 404 where the attempt is not
 * hers.
 */
export async function saveAnswers(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { attemptId, device, edits, since }: Omit<z.infer<typeof saveAnswersSchema>, "person">,
): Promise<SavedAnswers> {
  const { outline: paper } = await loadOwnOutline(db, { attemptId, userId: actor.id });
  const slots = new Map(paper.slots.map((slot) => [slot.slot, slot.versionId]));
  const asked = edits.flatMap(({ slot }) => slots.get(slot) ?? []);
  const questions = await loadQuestions(db, asked);
  const fit = edits.filter(({ slot, value }) => isAnswer(questions.get(slots.get(slot) ?? ""), value));
  const filesOf = ({ slot, value }: (typeof edits)[number]) =>
    questions.get(slots.get(slot) ?? "")?.type.files(value) ?? [];
  const own = await findOwnFiles(db, { attemptId, files: fit.flatMap(filesOf) });
  const good = fit.filter((edit) => filesOf(edit).every((file) => own.has(`${edit.slot} ${file}`)));
  const now = clock.now();
  const told = since === undefined ? now : new Date(Math.max(0, since - OVERLAP));
  const values = [attemptId, actor.id, device, now, JSON.stringify(good), paper.rules.noGoingBack, told];
  const { rows } = await connectionsOf(db).query({ name: "save-answers", text: STATEMENT, values });
  if (rows.length === 0) throw notFound();
  const saved = answerSchema.parse(rows[0]);
  const keyOf = ({ slot, sequence }: { slot: number; sequence: number }) => `${slot} ${sequence}`;
  const kept = new Set(saved.edits.map(keyOf));
  const refused = edits.filter((edit) => !kept.has(keyOf(edit)));
  return { ...saved, refused: refused.map(({ slot, sequence }) => ({ slot, sequence })), now: now.getTime() };
}

/** Of some files those that were sent with this attempt, each with the question for which it was. */
async function findOwnFiles(
  db: DbOrTx,
  { attemptId, files }: { attemptId: string; files: string[] },
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const rows = await db.answerFile.findMany({
    where: { attemptId, id: { in: files }, storedAt: { not: null } },
    select: { id: true, slot: true },
  });
  return new Set(rows.map(({ slot, id }) => `${slot} ${id}`));
}

// The database keeps neither in JSON: a null character, and half of a character that is written with two.
const UNKEPT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

function isAnswer(question: LoadedQuestion | undefined, value: unknown): boolean {
  if (!question || UNKEPT.test(JSON.stringify(value))) return false;
  return question.type.parseAnswer(value).ok && question.type.fits(question.body, value);
}
