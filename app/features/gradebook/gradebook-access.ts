import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { InstructorRole } from "#app/platform/db/generated/enums.ts";

/**
 * Whether `actor` may give a learner a grade in place of what she earned: the course's owner, its teachers, and admins.
 * Its assistants see grades and give none. `role` is hers in that course.
 */
export function canOverrideGrades(actor: Actor, { role }: { role: InstructorRole | null }): boolean {
  if (isAdmin(actor)) return true;
  return actor !== null && actor.instructorId !== null && role !== null && role !== "assistant";
}
