import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { gradeLearners, type RosterLearner } from "./grade-learners.server.ts";
import { openRoster } from "./open-roster.server.ts";
import { readRoster } from "./read-roster.server.ts";

const SHOWN = 5;

/**
 * Those who enrolled in a course last. Throws 404 where the actor holds no role in the course, or it was deleted.
 */
export async function findNewestLearners(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
): Promise<RosterLearner[]> {
  const { id: courseId } = await openRoster(ctx, { course: slug });
  const asked = { courseId, choice: { sort: "enrolled" as const }, cursor: undefined, limit: SHOWN };
  return gradeLearners(ctx.db, await readRoster(ctx.db, { ...asked, now: ctx.clock.now() }));
}
