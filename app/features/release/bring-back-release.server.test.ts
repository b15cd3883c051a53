import { expect, test } from "vitest";
import { recountEnrolments } from "#app/features/progress/recount-enrolments.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createInstructor, createSession } from "#tests/factories/person.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { bringBackRelease } from "./bring-back-release.server.ts";
import { releaseCourse } from "./release-course.server.ts";
import { releaseParts } from "./release-parts.ts";

const database = openTestDatabase();

async function createTaught(role: "owner" | "assistant" = "owner") {
  const { db } = database;
  const { course } = await createCourse(db, { lessons: [] });
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const { cookie } = await createSession(db, person.id);
  const actor = await loadActor({ db, cookie });
  if (!actor) throw new Error("She is signed in");
  return { course, ctx: { db, actor, clock: systemClock } };
}

/** Release 2 has a lecture and a quiz, release 3 another lecture in place of both. */
async function createHistory() {
  const { db } = database;
  const { course, ctx } = await createTaught();
  const { lesson: lecture } = await createLecture(db, {
    courseId: course.id,
    captions: { ar: [{ from: 1, to: 2, text: "أ" }] },
  });
  const { questionId } = await createQuestion(db, { courseId: course.id, body: choiceBody("Which gate?") });
  const slot = { id: "q1", points: 1_000, count: 1, from: { questionId } };
  const plan = { sections: [{ id: "all", titles: {}, slots: [slot] }] };
  const { lesson: quiz } = await createQuizDraft(db, { courseId: course.id, plan });
  await releaseCourse(ctx, { courseId: course.id, notes: { en: "Two lessons" } });
  const enrol = () => createEnrolment(db, { course });
  const early = await enrol();
  await db.lesson.updateMany({ where: { id: { in: [lecture.id, quiz.id] } }, data: { removedAt: new Date() } });
  const { lesson: other } = await createLecture(db, { courseId: course.id });
  await releaseCourse(ctx, { courseId: course.id });
  const late = await enrol();
  return { course, ctx, lecture, quiz, other, early, late };
}

const shownBy = async (courseId: string, number: number) => {
  const release = await database.db.release.findUniqueOrThrow({
    where: { courseId_number: { courseId, number } },
    include: {
      media: true,
      lessons: {
        orderBy: { position: "asc" },
        include: { texts: true, lecture: { include: { captions: true } }, quiz: true, selfChecks: true },
      },
    },
  });
  const { id, number: _, notes: __, bringsBack: ___, createdAt: ____, createdById: _____, ...shown } = release;
  return JSON.parse(JSON.stringify(shown).replaceAll(id, "release"));
};

test("an older release comes back as a new one that holds just what it held; the draft stays as it is", async () => {
  const { course, ctx, other } = await createHistory();
  expect(await bringBackRelease(ctx, { course: course.slug, number: 2 })).toEqual({ number: 4 });
  expect(await shownBy(course.id, 4)).toEqual(await shownBy(course.id, 2));
  const { currentRelease, ...after } = await database.db.course.findUniqueOrThrow({
    where: { id: course.id },
    include: { currentRelease: true, lessons: { where: { removedAt: null } } },
  });
  expect(currentRelease).toMatchObject({ number: 4, bringsBack: 2, createdById: ctx.actor.id });
  expect(after).toMatchObject({ lessonCount: 2, lessons: [{ id: other.id }] });
});

test("every table that belongs to a release comes back whole", async () => {
  const columns = await database.db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name LIKE 'Release%' AND table_name <> 'Release'`;
  const known = releaseParts.flatMap(({ table, columns: names }) =>
    ["releaseId", ...names].map((column) => `${table}.${column}`),
  );
  expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(known.sort());
});

test("what learners see already, and what there is not, is not brought back; assistants find no course", async () => {
  const { course, ctx } = await createHistory();
  await expect(bringBackRelease(ctx, { course: course.slug, number: 3 })).rejects.toMatchObject({
    code: "alreadyShown",
  });
  await expect(bringBackRelease(ctx, { course: course.slug, number: 9 })).rejects.toMatchObject({ status: 404 });
  const { course: theirs, ctx: assistant } = await createTaught("assistant");
  await expect(bringBackRelease(assistant, { course: theirs.slug, number: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(bringBackRelease(assistant, { course: course.slug, number: 2 })).rejects.toMatchObject({ status: 404 });
});

test("those who learn stay pinned, their progress never goes back, and who has finished stays finished", async () => {
  const { db } = database;
  const { course, ctx, other, late, early } = await createHistory();
  await db.completion.create({
    data: { enrolmentId: late.enrolmentId, lessonId: other.id, cause: "watched", completedAt: new Date() },
  });
  await db.enrolment.updateMany({ where: { courseId: course.id }, data: { countedThrough: 0 } });
  await recountEnrolments({ db, clock: systemClock }, { courseId: course.id });
  const standing = () =>
    db.enrolment.findMany({
      where: { courseId: course.id },
      orderBy: { id: "asc" },
      select: { id: true, releaseId: true, completedRequired: true, completedAt: true },
    });
  const before = await standing();
  expect(before.find(({ id }) => id === late.enrolmentId)?.completedAt).not.toBeNull();
  await bringBackRelease(ctx, { course: course.slug, number: 2 });
  await recountEnrolments({ db, clock: systemClock }, { courseId: course.id });
  expect(await standing()).toEqual(before);
  expect(before.map(({ id }) => id)).toContain(early.enrolmentId);
});

test("pressed twice at once it is brought back once", async () => {
  const { course, ctx } = await createHistory();
  const press = () => bringBackRelease(ctx, { course: course.slug, number: 2 });
  const pressed = await Promise.allSettled([press(), press()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await database.db.release.count({ where: { courseId: course.id } })).toBe(4);
});
