import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { withdrawLearner } from "#app/features/enrolment/withdraw-learner.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findMovedAddress } from "./find-learner-course.server.ts";
import { findLessonPage } from "./find-lesson-page.server.ts";
import { findCurrentEnrolment, findMyCourses } from "./find-my-courses.server.ts";
import { savePlace } from "./save-place.server.ts";

const database = openTestDatabase();
const lesson = (slug: string, preview = false) => ({ id: randomUUID(), slug, required: true, preview });
const fact = (enrolmentId: string, lessonId: string) =>
  database.db.completion.create({ data: { enrolmentId, lessonId, cause: "acknowledged" } });

async function publish(courseId: string, number: number, lessons: ReturnType<typeof lesson>[]) {
  const release = await createRelease(database.db, { courseId, number, lessons });
  await database.db.course.update({ where: { id: courseId }, data: { currentReleaseId: release.id } });
  return release;
}

const htmlOf = async (releaseId: string) => {
  const text = await database.db.releaseLessonText.findFirstOrThrow({
    where: { releaseId },
    include: { rendering: true },
  });
  return text.rendering.html;
};

describe("a lesson's page", () => {
  test("has the text of the learner's own release, her outline and the neighbours", async () => {
    const { db } = database;
    const [a, b] = [lesson("a"), lesson("b")];
    const { course, release } = await createCourse(db, { lessons: [a, b] });
    const { ctx, enrolmentId } = await createEnrolment(db, { course });
    await fact(enrolmentId, a.id);
    const fresh = lesson("c");
    const second = await publish(course.id, 2, [a, b, fresh]);
    const page = await findLessonPage(ctx, { course: course.slug, lesson: "b" });
    expect(page).toMatchObject({
      access: "learn",
      previous: { slug: "a", completed: true },
      next: { standing: "new" },
    });
    expect(page.text).toMatchObject({ locale: "ar", locales: ["ar", "en"], html: await htmlOf(release.id) });
    expect(page.progress).toMatchObject({ required: 2, completedRequired: 1, missing: [b.id] });
    const added = await findLessonPage(ctx, { course: course.slug, lesson: "c" });
    expect(added.text?.html).toBe(await htmlOf(second.id));
  });

  test("costs one query once its release is in memory, and a few before", async () => {
    const { db, connections } = database;
    const { course } = await createCourse(db, { lessons: [lesson("a"), lesson("b")] });
    const { ctx } = await createEnrolment(db, { course });
    const asked = vi.spyOn(connections, "query");
    await findLessonPage(ctx, { course: course.slug, lesson: "a" });
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
    asked.mockClear();
    await findLessonPage(ctx, { course: course.slug, lesson: "b" });
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  test("is in the language asked for, else in the best one for the reader", async () => {
    const { course } = await createCourse(database.db, { lessons: [lesson("a", true)] });
    const ctx = { ...guestContext(database.db), locale: "tr" as const };
    const find = (text?: string) => findLessonPage(ctx, { course: course.slug, lesson: "a", text });
    expect((await find()).text).toMatchObject({ locale: "en", title: "Lesson 1" });
    expect((await find("ar")).text?.locale).toBe("ar");
    expect((await find("fr")).text?.locale).toBe("en");
  });

  test("shows a guest a preview and asks her to sign in for the rest", async () => {
    const { course } = await createCourse(database.db, { lessons: [lesson("a", true), lesson("b")] });
    const guest = guestContext(database.db);
    expect(await findLessonPage(guest, { course: course.slug, lesson: "a" })).toMatchObject({
      access: "preview",
      progress: null,
    });
    const closed = await findLessonPage(guest, { course: course.slug, lesson: "b" });
    expect(closed).toMatchObject({ access: "signIn", text: null });
  });

  test("of another learner's course asks to enrol, and so it does of one withdrawn from", async () => {
    const { db } = database;
    const { course } = await createCourse(db, { lessons: [lesson("a")] });
    const { ctx } = await createEnrolment(db, { course });
    const stranger = contextOf(db, await createPerson(db));
    const page = { course: course.slug, lesson: "a" };
    expect(await findLessonPage(stranger, page)).toMatchObject({ access: "enrol", text: null, progress: null });
    await withdrawLearner(ctx, { course: course.slug });
    expect(await findLessonPage(ctx, page)).toMatchObject({ access: "enrol", text: null, progress: null });
  });

  test("is closed until the cohort starts, with the outline in sight", async () => {
    const { db } = database;
    const { course } = await createCourse(db, { lessons: [lesson("a")], selfPaced: false });
    const cohort = await createCohort(db, { courseId: course.id });
    const { ctx } = await createEnrolment(db, { course, cohortId: cohort.id });
    const early = await findLessonPage(ctx, { course: course.slug, lesson: "a" });
    expect(early).toMatchObject({ access: "early", text: null, sections: [{ lessons: [{ slug: "a" }] }] });
    const then = { ...ctx, clock: { now: () => cohort.startsAt } };
    expect(await findLessonPage(then, { course: course.slug, lesson: "a" })).toMatchObject({ access: "learn" });
  });

  test("of a draft is hidden from all but those who teach it", async () => {
    const { db } = database;
    const { course } = await createCourse(db, { lessons: [lesson("a", true)], state: "draft" });
    const [mine, other] = [await createInstructor(db), await createInstructor(db)];
    await db.courseInstructor.create({
      data: { courseId: course.id, instructorId: mine.instructor.id, role: "assistant" },
    });
    const page = { course: course.slug, lesson: "a" };
    await expect(findLessonPage(guestContext(db), page)).rejects.toMatchObject({ status: 404 });
    const stranger = contextOf(db, other.person, { instructorId: other.instructor.id });
    await expect(findLessonPage(stranger, page)).rejects.toMatchObject({ status: 404 });
    const assistant = contextOf(db, mine.person, { instructorId: mine.instructor.id });
    expect(await findLessonPage(assistant, page)).toMatchObject({ access: "teach" });
  });

  test("that does not exist is 404, and one that moved is found where it is now", async () => {
    const { db } = database;
    const moving = lesson("old-name");
    const { course } = await createCourse(db, { lessons: [moving] });
    await publish(course.id, 2, [{ ...moving, slug: "new-name" }]);
    await db.courseFormerSlug.create({ data: { slug: `${course.slug}-before`, courseId: course.id } });
    const guest = guestContext(db);
    const asked = findLessonPage(guest, { course: course.slug, lesson: "old-name" });
    await expect(asked).rejects.toMatchObject({ status: 404 });
    const now = { course: course.slug, lesson: "new-name" };
    expect(await findMovedAddress(guest, { course: `${course.slug}-before`, lesson: "old-name" })).toEqual(now);
    expect(await findMovedAddress(guest, { course: course.slug, lesson: "old-name" })).toEqual(now);
    expect(await findMovedAddress(guest, now)).toBeUndefined();
    expect(await findMovedAddress(guest, { course: "never-was", lesson: "a" })).toBeUndefined();
    expect(await findMovedAddress(guest, { course: `${course.slug}-before` })).toEqual({ course: course.slug });
  });
});

describe("my learning", () => {
  test("lists the learner's own courses, last seen first, each with where to go on", async () => {
    const { db } = database;
    const [a, b] = [lesson("a"), lesson("b")];
    const first = await createCourse(db, { lessons: [a, b] });
    const second = await createCourse(db);
    const { ctx, enrolmentId } = await createEnrolment(db, { course: first.course });
    await createEnrolment(db, { course: second.course });
    await fact(enrolmentId, a.id);
    const { courses, next } = await findMyCourses(ctx);
    expect(next).toBeUndefined();
    expect(courses).toHaveLength(1);
    expect(courses[0]).toMatchObject({
      course: { slug: first.course.slug },
      share: 0.5,
      next: { why: "next", lesson: { slug: "b" } },
    });
  });

  test("goes through many courses a page at a time, each once", async () => {
    const { db } = database;
    const ctx = contextOf(db, await createPerson(db));
    const slugs: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { course, release } = await createCourse(db);
      const enrolledAt = new Date(2026, 1, 1 + Math.floor(i / 2));
      await db.enrolment.create({
        data: { userId: ctx.actor.id, courseId: course.id, releaseId: release.id, enrolledAt },
      });
      slugs.push(course.slug);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await findMyCourses(ctx, { after, limit: 2 });
      seen.push(...page.courses.map(({ course }) => course.slug));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(seen.toSorted()).toEqual(slugs.toSorted());
  });

  test("goes on in the lesson she was in; a place in another learner's enrolment is not kept", async () => {
    const { db } = database;
    const [a, b] = [lesson("a"), lesson("b")];
    const { course } = await createCourse(db, { lessons: [a, b] });
    const mine = await createEnrolment(db, { course });
    const hers = await createEnrolment(db, { course });
    await savePlace(mine.ctx, { enrolmentId: mine.enrolmentId, lessonId: b.id, place: 4_200 });
    await savePlace(mine.ctx, { enrolmentId: hers.enrolmentId, lessonId: b.id, place: 4_200 });
    await savePlace(hers.ctx, { enrolmentId: hers.enrolmentId, lessonId: randomUUID(), place: 4_200 });
    expect(await findCurrentEnrolment(mine.ctx)).toMatchObject({ next: { why: "resume", lesson: { slug: "b" } } });
    expect(await findCurrentEnrolment(hers.ctx)).toMatchObject({ next: { why: "begin", lesson: { slug: "a" } } });
    const stored = await db.enrolment.findUniqueOrThrow({ where: { id: hers.enrolmentId } });
    expect(stored).toMatchObject({ lastLessonId: null, lastPlace: 0, lastSeenAt: null });
  });

  test("has nothing to go on with for a guest and for who has finished everything", async () => {
    const { db } = database;
    const { course } = await createCourse(db, { lessons: [lesson("a")] });
    const { ctx, enrolmentId } = await createEnrolment(db, { course });
    await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: new Date() } });
    expect(await findCurrentEnrolment(ctx)).toBeUndefined();
    expect(await findCurrentEnrolment(guestContext(db))).toBeUndefined();
    expect((await findMyCourses(ctx)).courses).toHaveLength(1);
  });
});
