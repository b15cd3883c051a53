import { expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { writeLessonBody } from "../write-lesson-markdown.ts";
import { unsafeFindText } from "./find-text.server.ts";
import { saveMarkdownText } from "./save-markdown-text.server.ts";

const database = openTestDatabase();

async function setUp(kind: "quiz" | "lecture" = "quiz", role: "teacher" | "assistant" = "teacher") {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const make = kind === "quiz" ? createQuizDraft : createLecture;
  const { lesson } = await make(db, { courseId: course.id });
  const text = { title: "Gates", summary: "Seven.", updatedAt: undefined as string | undefined };
  const address = { course: course.slug, lesson: lesson.slug };
  const find = async (locale: "ar" | "en" | "fr") => {
    const text = await unsafeFindText(db, { lessonId: lesson.id, locale });
    if (!text) return { title: "", markdown: "", updatedAt: undefined };
    const { document, ...rest } = text;
    return { ...rest, markdown: writeLessonBody(document) };
  };
  return { db, course, lesson, ctx, address, text, find };
}

test.each(["quiz", "lecture"] as const)(
  "the text of a %s is saved in one language, and what is wrong with it is told by its own lines",
  async (kind) => {
    const { ctx, address, text, find } = await setUp(kind);
    const arabic = await find("ar");
    const { updatedAt } = await find("en");
    const save = (markdown: string) =>
      saveMarkdownText(ctx, { ...address, ...text, locale: "en", updatedAt, markdown });
    expect(await save("One\n\n<hr>\n")).toMatchObject({ ok: false, problems: [{ line: 3, code: "rawHtml" }] });
    expect(await save("[gates](lesson:nowhere)\n")).toMatchObject({ ok: false, problems: [{ line: 1, code: "link" }] });
    expect(await save("")).toMatchObject({ ok: false, problems: [{ code: "emptyBlock" }] });
    expect(await find("en")).toMatchObject({ updatedAt });
    expect(await save("## Seven\n\nof *them*\n")).toMatchObject({ ok: true });
    const after = await find("en");
    expect(after).toMatchObject({ title: "Gates", summary: "Seven.", markdown: "## Seven\n\nof *them*\n" });
    expect(await find("ar")).toEqual(arabic);
  },
);

test("of two who edit the same text the second is told, and what the first wrote stays", async () => {
  const { ctx, address, text, find } = await setUp();
  const { updatedAt } = await find("en");
  const save = (markdown: string, before = updatedAt) =>
    saveMarkdownText(ctx, { ...address, ...text, locale: "en", updatedAt: before, markdown });
  const both = await Promise.allSettled([save("One\n"), save("Two\n")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(save("Three\n")).rejects.toMatchObject({ code: "changedMeanwhile", status: 409 });
  const without = saveMarkdownText(ctx, { ...address, ...text, locale: "en", markdown: "Four\n" });
  await expect(without).rejects.toMatchObject({ code: "changedMeanwhile" });
  const kept = await find("en");
  expect(["One\n", "Two\n"]).toContain(kept.markdown);
  expect(await save("Five\n", kept.updatedAt)).toMatchObject({ ok: true });
});

test("a text is first written in a language of the course, and in no other", async () => {
  const { db, course, ctx, address, text, find } = await setUp();
  const save = () => saveMarkdownText(ctx, { ...address, ...text, locale: "fr", markdown: "Sept.\n" });
  await expect(save()).rejects.toMatchObject({ status: 404 });
  await db.course.update({ where: { id: course.id }, data: { locales: ["ar", "en", "fr"] } });
  expect(await find("fr")).toMatchObject({ title: "", markdown: "", updatedAt: undefined });
  expect(await save()).toMatchObject({ ok: true });
  expect(await find("fr")).toMatchObject({ title: "Gates", markdown: "Sept.\n" });
});

test("assistants, other instructors and learners find no text to edit", async () => {
  const { ctx, address, text, find } = await setUp();
  const { updatedAt } = await find("en");
  const save = (who: PersonContext) =>
    saveMarkdownText(who, { ...address, ...text, locale: "en", updatedAt, markdown: "One\n" });
  const { person, instructor } = await createInstructor(database.db);
  const { id: courseId } = await database.db.course.findUniqueOrThrow({ where: { slug: address.course } });
  await database.db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role: "assistant" } });
  const assistant = contextOf(database.db, person, { instructorId: instructor.id });
  const { ctx: stranger } = await setUp();
  const learner = contextOf(database.db, await createPerson(database.db));
  for (const who of [assistant, stranger, learner]) await expect(save(who)).rejects.toMatchObject({ status: 404 });
  expect(await save(ctx)).toMatchObject({ ok: true });
});
