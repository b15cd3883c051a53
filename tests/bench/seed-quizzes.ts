import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { paperSchema } from "#app/features/quiz/paper.ts";
import { type QuizRules, usualRules } from "#app/features/quiz/quiz-rules.ts";
import { type Db, openDatabase } from "#app/platform/db/client.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";

const POOL = { of: 40, draw: 7 };
const RULES: QuizRules = { ...usualRules, minutes: 90, shuffleQuestions: true, attempts: 2 };

/** A learner who may sit the quizzes. */
export type Candidate = { token: string; enrolmentId: string };
/** Somebody in the middle of an attempt, with a question of single choice on her paper. */
export type Sitter = { token: string; attemptId: string; slot: number; choices: string[] };

export type Quiz = { lessonId: string; path: string };
export type Quizzes = {
  /** Which all begin at once. */
  evening: Quiz;
  /** Of which every learner has an attempt open, with an answer to each question. */
  saving: Quiz;
  submitting: Quiz[];
  candidates: Candidate[];
};

/** One question of every type but those graded by hand or drawn on a picture, and a pool. */
async function seedBank(db: Db, courseId: string) {
  const apart = new Set(["essay", "file-upload", "place-on-picture"]);
  const fixed: string[] = [];
  for (const [type, { body }] of Object.entries(sampleQuestions)) {
    if (apart.has(type)) continue;
    fixed.push((await createQuestion(db, { courseId, type, body: { ...body } })).versionId);
  }
  const pool: string[] = [];
  for (let i = 1; i <= POOL.of; i += 1)
    pool.push((await createQuestion(db, { courseId, body: choiceBody(`Pool ${i}`) })).versionId);
  const slot = (id: string, versionIds: string[], count: number) => ({
    id,
    points: 1_000,
    count,
    from: { versionIds },
  });
  const slots = [...fixed.map((id, i) => slot(`q${i + 1}`, [id], 1)), slot("pool", pool, POOL.draw)];
  return { sections: [{ id: "all", titles: { ar: "الأسئلة", en: "Questions" }, slots }] };
}

async function seedQuizLessons(db: Db, slugs: readonly string[]) {
  const rest = { required: true, preview: false, kind: "quiz" as const };
  const lessons = slugs.map((slug) => ({ id: randomUUID(), slug, ...rest }));
  const { course, release } = await createCourse(db, { lessons, slug: "bench-quizzes" });
  const plan = await seedBank(db, course.id);
  for (const { id } of lessons)
    await db.releaseQuiz.create({ data: { releaseId: release.id, lessonId: id, rules: RULES, plan } });
  return {
    course,
    release,
    quizzes: lessons.map(({ id, slug }) => ({ lessonId: id, path: `/learn/${course.slug}/${slug}` })),
  };
}

const ENROL = `
  insert into "Enrolment" ("userId", "courseId", "releaseId", "required", "countedThrough")
  select id, $1, $2, $3, 1 from bench_learner`;

const CANDIDATES = `
  select l.token, e."id" as "enrolmentId" from "Enrolment" e join bench_learner l on l.id = e."userId"
  where e."courseId" = $1 order by l.n`;

/** A course of quizzes with every learner in it. */
export async function seedQuizzes(url: string, connections: pg.Pool): Promise<Quizzes> {
  const { db, close } = openDatabase({ url, pool: 2 });
  try {
    const slugs = ["evening", "saving", "submitting-1", "submitting-2"];
    const { course, release, quizzes } = await seedQuizLessons(db, slugs);
    await connections.query(ENROL, [course.id, release.id, slugs.length]);
    const [evening, saving, ...submitting] = quizzes;
    if (!evening || !saving) throw new Error("The quizzes were not seeded");
    await openAttempts(db, connections, { quizzes: [saving, ...submitting], courseId: course.id });
    await connections.query("vacuum analyze");
    const { rows } = await connections.query<Candidate>(CANDIDATES, [course.id]);
    return { evening, saving, submitting, candidates: rows };
  } finally {
    await close();
  }
}

// Everybody gets the paper that the first learner was given: what is measured is not how papers are drawn.
const CLONE = `
  insert into "Attempt" ("enrolmentId", "lessonId", "number", "allowed", "seed", "paper", "startedAt", "deadlineAt",
    "graceUntil", "maxPoints")
  select e."id", a."lessonId", 1, a."allowed", a."seed", a."paper", a."startedAt", a."deadlineAt", a."graceUntil",
    a."maxPoints"
  from "Attempt" a cross join "Enrolment" e where a."id" = $1 and e."courseId" = $2 and e."id" <> a."enrolmentId"`;

// With the record of each edit, as saving leaves it: a table that is empty when it is analysed would be read whole.
const ANSWER = `
  with edit as (
    insert into "AnswerEdit" ("attemptId", "slot", "device", "sequence", "value", "madeAt", "receivedAt", "late")
    select a."id", g."slot", a."id", g."slot", g."value", a."startedAt", a."startedAt", false
    from "Attempt" a cross join jsonb_to_recordset($2::jsonb) as g("slot" int, "value" jsonb)
    where a."lessonId" = $1)
  insert into "Answer" ("attemptId", "slot", "device", "sequence", "value", "savedAt")
  select a."id", g."slot", a."id", g."slot", g."value", a."startedAt"
  from "Attempt" a cross join jsonb_to_recordset($2::jsonb) as g("slot" int, "value" jsonb) where a."lessonId" = $1`;

async function openAttempts(
  db: Db,
  connections: pg.Pool,
  { quizzes, courseId }: { quizzes: Quiz[]; courseId: string },
): Promise<void> {
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { courseId }, include: { user: true } });
  const ctx = contextOf(db, enrolment.user);
  for (const { lessonId } of quizzes) {
    const { attemptId } = await beginAttempt(ctx, { enrolmentId: enrolment.id, lessonId });
    await connections.query(CLONE, [attemptId, courseId]);
    const row = await db.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { paper: true } });
    const answers = paperSchema.parse(row.paper).slots.flatMap(({ slot, type }) => {
      const value = type === "single-choice" ? undefined : sampleQuestions[type]?.answer;
      return value ? [{ slot, value }] : [];
    });
    await connections.query(ANSWER, [lessonId, JSON.stringify(answers)]);
  }
}

const SITTERS = `
  select l.token, a."id" as "attemptId", (q.slot->>'slot')::int as "slot",
    array(select jsonb_path_query(q.slot, '$.shown.choices[*].id') #>> '{}') as "choices"
  from "Attempt" a join "Enrolment" e on e."id" = a."enrolmentId" join bench_learner l on l.id = e."userId"
  cross join lateral jsonb_path_query_first(a."paper", '$.slots[*] ? (@.type == "single-choice")') as q(slot)
  where a."lessonId" = $1 and a."state" = 'open' order by l.n limit $2`;

/** Who sits this quiz, each with one question of single choice. */
export async function findSitters(
  connections: pg.Pool,
  { lessonId, limit }: { lessonId: string; limit: number },
): Promise<Sitter[]> {
  return (await connections.query<Sitter>(SITTERS, [lessonId, limit])).rows;
}

const SITTING = `
  select (q.slot->>'slot')::int as "slot",
    array(select jsonb_path_query(q.slot, '$.shown.choices[*].id') #>> '{}') as "choices"
  from "Attempt" a cross join lateral jsonb_path_query(a."paper", '$.slots[*] ? (@.type == "single-choice")') as q(slot)
  where a."id" = $1 order by 1`;

/** The questions of single choice that an attempt's paper holds. */
export async function findQuestions(
  connections: pg.Pool,
  attemptId: string,
): Promise<Pick<Sitter, "slot" | "choices">[]> {
  return (await connections.query<Pick<Sitter, "slot" | "choices">>(SITTING, [attemptId])).rows;
}

/** How many of these answers are as they were saved last. */
export async function countAnswers(
  connections: pg.Pool,
  saved: readonly { attemptId: string; slot: number; sequence: number }[],
): Promise<number> {
  const { rows } = await connections.query<{ found: number }>(
    `select count(*)::int as found from unnest($1::uuid[], $2::int[], $3::int[]) as s(attempt, slot, sequence)
     join "Answer" a on a."attemptId" = s.attempt and a."slot" = s.slot and a."sequence" >= s.sequence`,
    [saved.map(({ attemptId }) => attemptId), saved.map(({ slot }) => slot), saved.map(({ sequence }) => sequence)],
  );
  return rows[0]?.found ?? 0;
}
