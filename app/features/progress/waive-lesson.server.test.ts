import { expect, test } from "vitest";
import { takeOutLearner } from "#app/features/enrolment/tending/change-place.server.ts";
import { createCourse, makeLessons } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher } from "#tests/factories/teacher.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { waiveLesson } from "./waive-lesson.server.ts";

const database = openTestDatabase();
const reason = "She taught this herself for years.";

async function learning(made: Awaited<ReturnType<typeof createCourse>>) {
  const { db } = database;
  const { enrolmentId, person } = await createEnrolment(db, { course: made.course });
  const teacher = await createTeacher(db, { courseId: made.course.id });
  const act = (lessonId: string) => ({ course: made.course.slug, enrolmentId, lessonId, reason });
  const place = () => db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  return { ...made, db, enrolmentId, person, teacher, act, place };
}

test("a waived lesson counts as any completion, and the last one finishes the course and asks for its certificate", async () => {
  const { db, lessons, enrolmentId, teacher, act, place } = await learning(
    await createCourse(database.db, { lessons: makeLessons(2) }),
  );
  const [first, last] = lessons;
  await waiveLesson(teacher, act(first?.id ?? ""));
  await waiveLesson(teacher, act(first?.id ?? ""));
  expect(await place()).toMatchObject({ completedRequired: 1, required: 2, completedAt: null });
  await waiveLesson(teacher, act(last?.id ?? ""));
  expect(await place()).toMatchObject({ completedRequired: 2, completedAt: teacher.clock.now() });
  const facts = await db.completion.findMany({ where: { enrolmentId } });
  expect(facts.map(({ cause }) => cause)).toEqual(["waived", "waived"]);
  const { rows } = await database.connections.query(
    "SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'enrolmentId' = $1",
    [enrolmentId],
  );
  expect(rows).toHaveLength(1);
});

test("each waiver is written down and told once, with the reason", async () => {
  const { db, lessons, enrolmentId, person, teacher, act } = await learning(await createCourse(database.db));
  const lessonId = lessons[0]?.id ?? "";
  await Promise.all([waiveLesson(teacher, act(lessonId)), waiveLesson(teacher, act(lessonId))]);
  expect(await db.auditEntry.findMany({ where: { subjectId: enrolmentId } })).toMatchObject([
    { action: "completion.waive", reason, after: { lessonId, finished: false } },
  ]);
  const { rows } = await database.connections.query(
    "SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mail' = 'lesson-waived' AND payload->>'to' = $1",
    [person.email],
  );
  expect(rows).toMatchObject([{ payload: { values: { reason } } }]);
});

test("a quiz that is waived is complete without a grade, also after her time in the course is over", async () => {
  const quiz = await createQuiz(database.db);
  const { db, enrolmentId, teacher, act } = await learning(quiz);
  await db.enrolment.update({ where: { id: enrolmentId }, data: { accessUntil: new Date("2020-01-01T00:00:00Z") } });
  await waiveLesson(teacher, act(quiz.lessonId));
  expect(await db.completion.findMany({ where: { enrolmentId } })).toMatchObject([{ cause: "waived" }]);
  expect(await db.quizStanding.count({ where: { enrolmentId } })).toBe(0);
});

test("nothing is waived to who has left, by an assistant, or of another course", async () => {
  const { db, course, lessons, enrolmentId, teacher, act } = await learning(await createCourse(database.db));
  const lessonId = lessons[0]?.id ?? "";
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  await expect(waiveLesson(assistant, act(lessonId))).rejects.toMatchObject({ status: 404 });
  const other = await createCourse(db);
  await expect(waiveLesson(teacher, act(other.lessons[0]?.id ?? ""))).rejects.toMatchObject({ status: 404 });
  await takeOutLearner(teacher, act(lessonId));
  await expect(waiveLesson(teacher, act(lessonId))).rejects.toMatchObject({ code: "withdrawn" });
  expect(await db.completion.count({ where: { enrolmentId } })).toBe(0);
});
