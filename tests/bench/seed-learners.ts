import type pg from "pg";
import { COURSES, LESSONS } from "./seed-catalogue.ts";

export const LEARNERS = 10_000;
const COURSES_EACH = 5;

const LEARNERS_SQL = `
  create unlogged table bench_learner as
    select n, uuidv7() as id, 'bench-session-' || n as token from generate_series(1, ${LEARNERS}) as n;
  alter table bench_learner add primary key (n);
  insert into "User" ("id", "email", "emailVerified", "name", "locale", "timeZone", "country")
  select id, 'learner-' || n || '@example.org', true, 'Learner ' || n, case when n % 2 = 0 then 'en' else 'ar' end,
    'Asia/Jerusalem', 'PS' from bench_learner;
  insert into "Session" ("userId", "token", "expiresAt") select id, token, now() + interval '30 days' from bench_learner`;

// Of every five places one has all its lessons done, and on average ten of sixteen are: half a million facts. They were
// taken over two years, and a lesson is done a day; what was written earlier lies earlier, as it would.
const ENROLMENTS_SQL = `
  create unlogged table bench_enrolment as
    select uuidv7() as id, taken.* from (
      select l.n as learner, 1 + (l.n + k * 37) % ${COURSES} as course,
        (array[4, 7, 10, 13, 16])[1 + (l.n + k) % 5] as done,
        now() - interval '18 days' - (l.n * 7919 + k * 104729) % 1_000_000 * interval '1 minute' as began
      from bench_learner l, generate_series(0, ${COURSES_EACH - 1}) as k
      order by began) as taken;
  alter table bench_enrolment add primary key (id);
  insert into "Enrolment" ("id", "userId", "courseId", "releaseId", "enrolledAt", "completedRequired", "required",
    "completedAt", "countedThrough", "lastLessonId", "lastPlace", "lastSeenAt")
  select e.id, l.id, c.id, c.release, e.began, e.done, ${LESSONS},
    case when e.done = ${LESSONS} then e.began + interval '16 days' end, 1, s.id, 4000, now() - e.done * interval '1 hour'
  from bench_enrolment e join bench_learner l on l.n = e.learner join bench_course c on c.n = e.course
  join bench_lesson s on s.course = e.course and s.lesson = e.done order by e.began;
  update "Course" set "seatsTaken" = taken.count from (
    select "courseId", count(*) from "Enrolment" group by 1) as taken where taken."courseId" = "Course"."id"`;

const COMPLETIONS_SQL = `
  insert into "Completion" ("enrolmentId", "lessonId", "cause", "completedAt")
  select e.id, l.id, 'acknowledged', e.began + l.lesson * interval '1 day'
  from bench_enrolment e join bench_lesson l on l.course = e.course and l.lesson <= e.done order by 4`;

// Each was at a lesson before she completed it.
const VISITS_SQL = `
  insert into "LessonVisit" ("enrolmentId", "lessonId", "firstAt")
  select "enrolmentId", "lessonId", "completedAt" - interval '20 minutes' from "Completion" order by 3`;

/** Writes learners with a session each, their places and their completions, stored counts included. */
export async function seedLearners(connections: pg.Pool): Promise<void> {
  await connections.query(LEARNERS_SQL);
  await connections.query(ENROLMENTS_SQL);
  await connections.query(COMPLETIONS_SQL);
  await connections.query(VISITS_SQL);
  await connections.query("vacuum analyze");
  await connections.query("checkpoint");
}

/** A lesson that a learner has not yet completed. */
export type Undone = { token: string; enrolmentId: string; lessonId: string };

/** Lessons not yet completed, in an order in which the same learner comes again only much later. */
export async function findUndone(connections: pg.Pool, { limit }: { limit: number }): Promise<Undone[]> {
  const { rows } = await connections.query<Undone>(
    `select l.token, e.id as "enrolmentId", s.id as "lessonId"
     from bench_enrolment e join bench_learner l on l.n = e.learner
     join bench_lesson s on s.course = e.course and s.lesson > e.done
     where not exists (select from "Completion" c where c."enrolmentId" = e.id and c."lessonId" = s.id)
     order by s.lesson - e.done, e.course % 7, l.n limit $1`,
    [limit],
  );
  return rows;
}

/** A lesson page that its learner may open. */
export type Place = { token: string; courseSlug: string; lessonSlug: string; locale: string };

/** As many different learners as asked for, each with one of her courses and lessons. */
export async function findPlaces(connections: pg.Pool, { limit }: { limit: number }): Promise<Place[]> {
  const { rows } = await connections.query<Place>(
    `select distinct on (e.learner) l.token, 'bench-course-' || e.course as "courseSlug",
       'lesson-' || 1 + (e.learner * 13 + e.course) % ${LESSONS} as "lessonSlug",
       case when e.learner % 2 = 0 then 'en' else 'ar' end as locale
     from bench_enrolment e join bench_learner l on l.n = e.learner
     order by e.learner, (e.course * 31) % 11 limit $1`,
    [limit],
  );
  return rows;
}
