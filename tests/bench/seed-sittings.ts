import type pg from "pg";
import { openSitting } from "#app/features/lecture/watching/sitting.server.ts";

/** Of every lecture of the bench, in seconds. */
const LENGTH = 5_400;
/** So long ago did all open their lecture: what they may have played by now is all of it. */
const OPENED_MS = 10 * 3_600_000;

/** Somebody who has a lecture open. The lecture is one of her lessons; the bench has no videos, and beats need none. */
export type Watcher = { token: string; enrolmentId: string; lessonId: string; sitting: string };

/**
 * As many different learners as asked for, each with a lecture open for hours and nothing watched of it. Each `turn`
 * gives them another lecture.
 */
export async function openSittings(
  connections: pg.Pool,
  { limit, turn }: { limit: number; turn: number },
): Promise<Watcher[]> {
  const { rows } = await connections.query<Omit<Watcher, "sitting"> & { userId: string }>(
    `select distinct on (e.learner) l.token, l.id as "userId", e.id as "enrolmentId", s.id as "lessonId"
     from bench_enrolment e join bench_learner l on l.n = e.learner join bench_lesson s on s.course = e.course
       and s.lesson = 1 + (e.learner + $2) % 16
     order by e.learner, e.course limit $1`,
    [limit, turn],
  );
  const clock = { now: () => new Date(Date.now() - OPENED_MS) };
  return Promise.all(
    rows.map(async ({ userId, ...place }) => {
      const { enrolmentId, lessonId } = place;
      const of = { userId, enrolmentId, lessonId, lengthSeconds: LENGTH, thresholdPercent: 100 };
      return { ...place, sitting: await openSitting({ clock }, of) };
    }),
  );
}

/** How many beats of fifteen seconds each the database knows of all these sittings. */
export async function countBeats(connections: pg.Pool, watchers: readonly Watcher[]): Promise<number> {
  const { rows } = await connections.query<{ seconds: number }>(
    `select coalesce(sum(seconds_in(w."watched")), 0)::int as seconds from unnest($1::uuid[], $2::uuid[]) as a(enrolment, lesson)
     join "Watching" w on w."enrolmentId" = a.enrolment and w."lessonId" = a.lesson`,
    [watchers.map(({ enrolmentId }) => enrolmentId), watchers.map(({ lessonId }) => lessonId)],
  );
  return (rows[0]?.seconds ?? 0) / 15;
}
