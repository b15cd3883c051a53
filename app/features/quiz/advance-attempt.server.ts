import { z } from "zod";
import { connectionsOf } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadOwnOutline } from "./load-paper.server.ts";
import { quizRefused } from "./quiz-errors.ts";

export const advanceAttemptSchema = z.object({ attemptId: z.uuid(), slot: z.coerce.number().int().min(1) });

/** Waits for answers that are being saved, and of two that ask at once one moves and the other finds it done. */
const ADVANCE = `
UPDATE "Attempt" SET "reachedSlot" = $2 WHERE "id" = $1 AND "reachedSlot" = $2 - 1 AND "state" = 'open'
  AND ("deadlineAt" IS NULL OR $3 <= "deadlineAt")`;

/**
 * Opens the next question of the actor's attempt on a quiz without going back; the one before it can then no longer be
 * answered. Asked again for a question that is open or behind it changes nothing. Says which one is open now. Throws
 * 404 where the attempt is not hers, has no such question, or `slot` is not the next one, and `over`.
 */
export async function advanceAttempt(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { attemptId, slot }: z.infer<typeof advanceAttemptSchema>,
): Promise<{ reachedSlot: number }> {
  const { outline: paper } = await loadOwnOutline(db, { attemptId, userId: actor.id });
  if (!paper.rules.noGoingBack || !paper.slots.some((one) => one.slot === slot)) throw notFound();
  const values = [attemptId, slot, clock.now()];
  const { rowCount } = await connectionsOf(db).query({ name: "advance-attempt", text: ADVANCE, values });
  if (rowCount === 1) return { reachedSlot: slot };
  const { reachedSlot } = await db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { reachedSlot: true },
  });
  if (slot <= reachedSlot) return { reachedSlot };
  throw slot === reachedSlot + 1 ? quizRefused("over") : notFound();
}
