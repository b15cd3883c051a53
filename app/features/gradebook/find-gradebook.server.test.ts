import { expect, it } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { createGradedCourse, createGradedLearner, gradedLesson } from "#tests/factories/gradebook.ts";
import { createTeacher } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findGradebook } from "./find-gradebook.server.ts";

const database = openTestDatabase();

it("shows every learner by name with her grades, and the lessons with what they weigh", async () => {
  const { db } = database;
  const { course, first, second, owner } = await createGradedCourse(db, { dropLowest: 1 });
  await createGradedLearner(db, { course, name: "Zaynab", shares: { [first.id]: 9_000, [second.id]: 5_000 } });
  await createGradedLearner(db, { course, name: "أمينة" });
  const { columns, rows, dropLowest, next } = await findGradebook(owner, { course: course.slug, choice: {} });
  expect(columns).toMatchObject([
    { lessonId: first.id, slug: "first-quiz", weights: [1], titles: { ar: "الدرس 1" } },
    { lessonId: second.id, slug: "second-quiz", weights: [3] },
  ]);
  expect(rows).toMatchObject([
    { name: "Zaynab", grade: 9_000, lessons: [{ share: 9_000 }, { share: 5_000 }] },
    { name: "أمينة", grade: null, lessons: [{ share: null }, { share: null }] },
  ]);
  expect(dropLowest).toEqual([1]);
  expect(next).toBeUndefined();
});

it("has a column for what any learner's release grades, and says where releases weigh it otherwise", async () => {
  const { db } = database;
  const { course, first, second, owner } = await createGradedCourse(db);
  await createGradedLearner(db, { course, name: "Early" });
  const later = gradedLesson("third-quiz");
  const lessons = [later, { ...first, weight: 5 }];
  const release = await createRelease(db, { courseId: course.id, number: 2, lessons });
  await db.course.update({ where: { id: course.id }, data: { currentReleaseId: release.id } });
  await createGradedLearner(db, { course, name: "Late" });
  const { columns, rows } = await findGradebook(owner, { course: course.slug, choice: {} });
  expect(columns.map(({ lessonId, weights }) => [lessonId, weights])).toEqual([
    [later.id, [1]],
    [first.id, [1, 5]],
    [second.id, [3]],
  ]);
  expect(rows.map(({ lessons: own }) => own.map(({ lessonId }) => lessonId))).toEqual([
    [first.id, second.id],
    [later.id, first.id],
  ]);
});

it("finds by name in any spelling or by address, and by cohort", async () => {
  const { db } = database;
  const { course, owner } = await createGradedCourse(db);
  const cohort = await createCohort(db, { courseId: course.id });
  await createGradedLearner(db, { course, name: "إيمان الحُسيني", cohortId: cohort.id });
  await createGradedLearner(db, { course, name: "Rashid", email: "r.khalidi@example.org" });
  const find = async (choice: Parameters<typeof findGradebook>[1]["choice"]) =>
    (await findGradebook(owner, { course: course.slug, choice })).rows.map(({ name }) => name);
  expect(await find({ q: "ايمان الحسيني" })).toEqual(["إيمان الحُسيني"]);
  expect(await find({ q: "R.Khalidi@example.org" })).toEqual(["Rashid"]);
  expect(await find({ q: "rash" })).toEqual(["Rashid"]);
  expect(await find({ q: "nobody" })).toEqual([]);
  expect(await find({ cohort: cohort.id })).toEqual(["إيمان الحُسيني"]);
  const other = await createGradedCourse(db);
  await expect(
    findGradebook(other.owner, { course: other.course.slug, choice: { cohort: cohort.id } }),
  ).rejects.toMatchObject({ status: 404 });
});

it("goes page by page, missing nobody and showing nobody twice, also where names are the same", async () => {
  const { db } = database;
  const { course, owner } = await createGradedCourse(db);
  for (const name of ["Layla", "Layla", "Layla", "هدى", "Émile", "emile", "Ömer"])
    await createGradedLearner(db, { course, name });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await findGradebook(owner, { course: course.slug, choice: { after }, limit: 2 });
    seen.push(...rows.map(({ enrolmentId }) => enrolmentId));
    after = next;
  } while (after);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
  const mistaken = await findGradebook(owner, { course: course.slug, choice: { after: "nonsense" } });
  expect(mistaken.rows).toHaveLength(7);
});

it("is open to all who teach the course and to admins, who may override all but the assistant; to nobody else", async () => {
  const { db } = database;
  const { course, owner } = await createGradedCourse(db);
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  const teacher = await createTeacher(db, { courseId: course.id, role: "teacher" });
  const [stranger, learner] = [await createGradedCourse(db), await createEnrolment(db, { course })];
  const open = (ctx: typeof owner) => findGradebook(ctx, { course: course.slug, choice: {} });
  for (const ctx of [owner, teacher, await createAdmin(db)]) expect((await open(ctx)).course.mayOverride).toBe(true);
  expect((await open(assistant)).course.mayOverride).toBe(false);
  for (const ctx of [stranger.owner, learner.ctx]) await expect(open(ctx)).rejects.toMatchObject({ status: 404 });
  const deleted = { deletedAt: new Date(), state: "archived", stateBefore: "published" } as const;
  await db.course.update({ where: { id: course.id }, data: deleted });
  await expect(open(owner)).rejects.toMatchObject({ status: 404 });
});
