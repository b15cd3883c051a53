import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { countRoster, type RosterCounts } from "./count-roster.server.ts";
import { gradeLearners, type RosterLearner } from "./grade-learners.server.ts";
import { openRoster, type RosterCourse } from "./open-roster.server.ts";
import { placeOf, readRoster } from "./read-roster.server.ts";
import { decodeCursor, encodeCursor } from "./roster-cursor.server.ts";
import type { RosterChoice } from "./roster-filters.ts";

const LEARNERS_PER_PAGE = 50;

export type Roster = {
  course: RosterCourse;
  learners: RosterLearner[];
  counts: RosterCounts;
  /** Whom else there is: the `after` of the next page. */
  next: string | undefined;
};

/**
 * One page of the learners of a course who pass the filters, in the order that is chosen, and how many there are of each
 * state. `after` is the `next` of the page before; one that is not understood gives the first page. Throws 404 where the
 * actor holds no role in the course, or it was deleted.
 */
export async function findRoster(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, after, limit = LEARNERS_PER_PAGE, ...choice }: RosterAsked,
): Promise<Roster> {
  const course = await openRoster(ctx, { course: slug });
  const now = ctx.clock.now();
  const cursor = decodeCursor(after, choice.sort);
  const [found, counts] = await Promise.all([
    readRoster(ctx.db, { courseId: course.id, choice, cursor, limit: limit + 1, now }),
    countRoster(ctx.db, { courseId: course.id, filters: choice, now }),
  ]);
  const learners = found.slice(0, limit);
  const last = learners.at(-1);
  return {
    course,
    counts,
    learners: await gradeLearners(ctx.db, learners),
    next: last && found.length > limit ? encodeCursor(choice.sort, placeOf(last, choice.sort)) : undefined,
  };
}

type RosterAsked = RosterChoice & { course: string; after?: string | undefined; limit?: number };
