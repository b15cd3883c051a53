import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Places that were given, by their enrolments, and how many were not because no seat was left. */
type Given = { enrolmentIds: string[]; full: number };

/** Gives somebody a place in each course that still has one, and tells her of each; one she has already stays as it is. */
export async function givePlaces(
  tx: Tx,
  { userId, courseIds, now }: { userId: string; courseIds: readonly string[]; now: Date },
): Promise<Given> {
  const given: Given = { enrolmentIds: [], full: 0 };
  for (const courseId of courseIds) {
    try {
      const place = await givePlace(tx, { courseId, userId, cohortId: null, now, seat: "take" });
      if (place.given) given.enrolmentIds.push(place.enrolmentId);
    } catch (error) {
      // A full course keeps nobody from the others, nor from her account.
      if (!(error instanceof ExpectedError)) throw error;
      given.full += 1;
    }
  }
  return given;
}

/**
 * Gives those of a list who have an account the places to which the others are invited; each is an entry in the audit
 * log with the reason. Who is suspended gets none.
 */
export async function giveKnownPlaces(
  tx: Tx,
  ctx: PersonContext,
  { emails, courseIds, reason }: { emails: readonly string[]; courseIds: readonly string[]; reason: string },
): Promise<{ places: number; full: number }> {
  const told = { places: 0, full: 0 };
  if (courseIds.length === 0) return told;
  const people = await tx.user.findMany({
    where: { email: { in: [...emails] }, suspendedAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id: userId } of people) {
    const { enrolmentIds, full } = await givePlaces(tx, { userId, courseIds, now: ctx.clock.now() });
    for (const subjectId of enrolmentIds)
      await writeAuditEntry(tx, ctx, { action: "enrolment.give", subjectType: "enrolment", subjectId, reason });
    told.places += enrolmentIds.length;
    told.full += full;
  }
  return told;
}
