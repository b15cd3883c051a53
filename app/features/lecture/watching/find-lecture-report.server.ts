import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { unsafeFindHeat } from "./find-heat.server.ts";
import { findWatchedLecture } from "./find-watched-lecture.server.ts";

/**
 * How a lecture is watched, for those who teach it: by all or by one cohort, in the video's present length or in one
 * it had. `shown` is null where no release has the lecture yet. Throws 404 where the actor may not know, and where
 * cohort or length are not the lecture's.
 */
export async function findLectureReport(
  ctx: Pick<PersonContext, "db" | "actor">,
  { cohortId, length, ...address }: { course: string; lesson: string; cohortId?: string; length?: number },
) {
  const lecture = await findWatchedLecture(ctx, address);
  if (cohortId && !lecture.cohorts.some(({ id }) => id === cohortId)) throw notFound();
  const known = length ? lecture.lengths.find(({ lengthSeconds }) => lengthSeconds === length) : lecture.lengths[0];
  if (!known) {
    if (length) throw notFound();
    return { lecture, shown: null };
  }
  const { lengthSeconds } = known;
  return { lecture, shown: { ...known, heat: await unsafeFindHeat(ctx, { lecture, lengthSeconds, cohortId }) } };
}
