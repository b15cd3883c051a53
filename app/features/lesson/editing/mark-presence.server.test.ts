import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { markPresence } from "./mark-presence.server.ts";

const database = openTestDatabase();
const BEGUN = new Date("2026-03-01T08:00:00Z").getTime();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createQuizDraft(db, { courseId: course.id });
  const teacher = async () => {
    const { person, instructor } = await createInstructor(db);
    await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
    const at = (seconds: number) =>
      contextOf(db, person, { instructorId: instructor.id, now: new Date(BEGUN + seconds * 1_000) });
    return { person, at, tab: randomUUID() };
  };
  const address = { course: course.slug, lesson: lesson.slug, leaving: false };
  return { db, lesson, address, teacher };
}

test("two people in one lesson hear of each other, with their names and languages, and of what was saved last", async () => {
  const { db, lesson, address, teacher } = await setUp();
  const [one, other] = [await teacher(), await teacher()];
  expect(await markPresence(one.at(0), { ...address, tab: one.tab, locale: "en" })).toMatchObject({ others: [] });
  const heard = await markPresence(other.at(1), { ...address, tab: other.tab, locale: "ar" });
  expect(heard.others).toEqual([{ tab: one.tab, name: one.person.name, locale: "en", self: false }]);
  const { updatedAt } = await db.lessonText.findUniqueOrThrow({
    where: { lessonId_locale: { lessonId: lesson.id, locale: "ar" } },
  });
  expect(heard.updatedAt).toBe(updatedAt.toISOString());
  const second = await markPresence(one.at(2), { ...address, tab: randomUUID(), locale: "en" });
  expect(second.others).toHaveLength(2);
  expect(second.others).toContainEqual({ tab: one.tab, name: one.person.name, locale: "en", self: true });
});

test("who closes the text is gone at once, and who falls silent after fifteen seconds", async () => {
  const { address, teacher } = await setUp();
  const [one, other] = [await teacher(), await teacher()];
  const heard = async (seconds: number) =>
    (await markPresence(other.at(seconds), { ...address, tab: other.tab, locale: "en" })).others.length;
  await markPresence(one.at(0), { ...address, tab: one.tab, locale: "en" });
  expect([await heard(1), await heard(15), await heard(16)]).toEqual([1, 1, 0]);
  await markPresence(one.at(17), { ...address, tab: one.tab, locale: "en" });
  expect(await heard(18)).toBe(1);
  await markPresence(one.at(19), { ...address, tab: one.tab, locale: "en", leaving: true });
  expect(await heard(20)).toBe(0);
});

test("nobody closes another's tab, and who may not edit the lesson neither hears nor is heard", async () => {
  const { address, teacher } = await setUp();
  const [one, other] = [await teacher(), await teacher()];
  await markPresence(one.at(0), { ...address, tab: one.tab, locale: "en" });
  await markPresence(other.at(1), { ...address, tab: one.tab, locale: "en", leaving: true });
  const heard = await markPresence(other.at(2), { ...address, tab: other.tab, locale: "en" });
  expect(heard.others).toHaveLength(1);
  const learner = contextOf(database.db, await createPerson(database.db));
  const asked = markPresence(learner, { ...address, tab: randomUUID(), locale: "en" });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});
