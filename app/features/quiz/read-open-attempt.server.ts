import { z } from "zod";
import { connectionsOf, type Db } from "#app/platform/db/client.server.ts";

const openAttemptSchema = z.object({
  id: z.uuid(),
  number: z.number(),
  startedAt: z.date(),
  deadlineAt: z.date().nullable(),
  graceUntil: z.date().nullable(),
  reachedSlot: z.number(),
  answers: z.array(
    z.object({ slot: z.number(), sequence: z.number(), device: z.uuid(), value: z.custom<z.core.util.JSONType>() }),
  ),
});

export type OpenAttemptRow = z.infer<typeof openAttemptSchema>;

const READ = `
SELECT a."id", a."number", a."startedAt", a."deadlineAt", a."graceUntil", a."reachedSlot",
  (SELECT coalesce(json_agg(json_build_object('slot', w."slot", 'sequence', w."sequence", 'device', w."device",
    'value', w."value") ORDER BY w."slot"), '[]') FROM "Answer" w WHERE w."attemptId" = a."id") AS "answers"
FROM "Attempt" a WHERE a."id" = $1 AND a."state" = 'open'`;

/** What a page needs of an attempt as long as it is being sat. Undefined where there is none, or it is over. */
export async function readOpenAttempt(db: Db, attemptId: string): Promise<OpenAttemptRow | undefined> {
  const { rows } = await connectionsOf(db).query({ name: "read-open-attempt", text: READ, values: [attemptId] });
  return rows[0] === undefined ? undefined : openAttemptSchema.parse(rows[0]);
}
