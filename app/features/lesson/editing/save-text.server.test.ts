import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { unsafeFindText } from "./find-text.server.ts";
import { VERSION_SPAN } from "./keep-version.server.ts";
import { lessonTextSchema } from "./lesson-text-schema.ts";
import { saveText } from "./save-text.server.ts";

const database = openTestDatabase();
const BEGUN = new Date("2026-03-01T08:00:00Z");

async function teacherOf(courseId: string) {
  const { person, instructor } = await createInstructor(database.db);
  const data = { courseId, instructorId: instructor.id, role: "teacher" as const };
  await database.db.courseInstructor.create({ data });
  const at = (minutes: number) =>
    contextOf(database.db, person, {
      instructorId: instructor.id,
      now: new Date(BEGUN.getTime() + minutes * 60_000),
    });
  return { person, at };
}

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createQuizDraft(db, { courseId: course.id });
  await db.lessonText.updateMany({ where: { lessonId: lesson.id }, data: { updatedAt: new Date("2026-02-01") } });
  const place = { lessonId: lesson.id, locale: "en" as const };
  const find = async () => {
    const text = await unsafeFindText(db, place);
    if (!text) throw new Error("There is a text");
    return text;
  };
  const text = (body: string, before: string | null) => ({
    ...{ course: course.slug, lesson: lesson.slug, locale: "en" as const },
    ...{ title: "Gates", summary: "Seven.", document: lessonText(body), before },
  });
  const versions = () =>
    db.lessonTextVersion.findMany({ where: place, orderBy: { savedAt: "asc" }, omit: { id: true, lessonId: true } });
  return { db, course, place, find, text, versions };
}

test("a text is kept in its canonical form, with who saved it last", async () => {
  const { course, find, text } = await setUp();
  const { person, at } = await teacherOf(course.id);
  const { updatedAt } = await saveText(at(0), text("One *gate*.", (await find()).updatedAt));
  const document = lessonText("One *gate*.");
  expect(await find()).toEqual({
    ...{ title: "Gates", summary: "Seven.", document },
    ...{ updatedAt: updatedAt.toISOString(), by: person.name },
  });
});

test("what one person writes within ten minutes is one version, and what stood before is the first", async () => {
  const { course, find, text, versions } = await setUp();
  const { person, at } = await teacherOf(course.id);
  for (const minute of [0, 4, 10, 11]) await saveText(at(minute), text(`At ${minute}.`, (await find()).updatedAt));
  const kept = await versions();
  expect(kept.map(({ cause, authorId }) => [cause, authorId])).toEqual([
    ["imported", null],
    ["written", person.id],
    ["written", person.id],
  ]);
  expect(kept[0]).toMatchObject({ title: "A quiz", savedAt: new Date("2026-02-01") });
  expect(kept[1]).toMatchObject({ startedAt: BEGUN, savedAt: new Date(BEGUN.getTime() + VERSION_SPAN) });
  expect(kept[2]?.document).toEqual(lessonText("At 11."));
});

test("another person's writing, and what was restored, are versions of their own", async () => {
  const { course, find, text, versions } = await setUp();
  const [one, other] = [await teacherOf(course.id), await teacherOf(course.id)];
  await saveText(one.at(0), text("One.", (await find()).updatedAt));
  await saveText(other.at(1), text("Two.", (await find()).updatedAt));
  await saveText(one.at(2), { ...text("One.", (await find()).updatedAt), cause: "restored" });
  await saveText(one.at(3), text("Three.", (await find()).updatedAt));
  expect((await versions()).map(({ cause }) => cause)).toEqual([
    "imported",
    "written",
    "written",
    "restored",
    "written",
  ]);
});

test("what a package wrote between two savings is in the history too", async () => {
  const { db, course, place, find, text, versions } = await setUp();
  const { at } = await teacherOf(course.id);
  await saveText(at(0), text("One.", (await find()).updatedAt));
  const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Brought." }] }] };
  await db.lessonText.updateMany({ where: place, data: { document, updatedAt: new Date(BEGUN.getTime() + 1_000) } });
  await saveText(at(1), text("Two.", (await find()).updatedAt));
  expect((await versions()).map(({ cause }) => cause)).toEqual(["imported", "written", "imported", "written"]);
});

test("the same text sent again is no change, even where its answer was lost", async () => {
  const { course, find, text, versions } = await setUp();
  const { at } = await teacherOf(course.id);
  const first = text("One.", (await find()).updatedAt);
  const saved = await saveText(at(0), first);
  expect(await saveText(at(1), first)).toEqual(saved);
  expect(await versions()).toHaveLength(2);
});

test("over what somebody else saved nothing is written, by many at once", async () => {
  const { course, find, text, versions } = await setUp();
  const people = await Promise.all(Array.from({ length: 4 }, () => teacherOf(course.id)));
  const before = (await find()).updatedAt;
  const all = await Promise.allSettled(people.map(({ at }, i) => saveText(at(0), text(`Of ${i}.`, before))));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  for (const reason of refused) expect(reason).toMatchObject({ code: "changedMeanwhile", status: 409 });
  expect(await versions()).toHaveLength(2);
});

test("a first text in a language is written by one alone", async () => {
  const { db, course, text } = await setUp();
  await db.course.update({ where: { id: course.id }, data: { locales: ["ar", "en", "fr"] } });
  const { at } = await teacherOf(course.id);
  const french = (body: string) => saveText(at(0), { ...text(body, null), locale: "fr" });
  const all = await Promise.allSettled([french("Une."), french("Deux.")]);
  expect(all.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(saveText(at(0), { ...text("Bir.", null), locale: "tr" })).rejects.toMatchObject({ status: 404 });
});

test("a document posted by hand is refused where it holds what no lesson has", () => {
  const input = { locale: "en", title: "Gates", summary: "Seven.", before: null };
  const script = { type: "doc", content: [{ type: "script", content: [{ type: "text", text: "alert(1)" }] }] };
  const link = { type: "link", attrs: { href: "javascript:alert(1)" } };
  const run = { type: "text", text: "x", marks: [link] };
  const linked = { type: "doc", content: [{ type: "paragraph", content: [run] }] };
  for (const document of [script, linked, {}, null, "<p>"]) {
    expect(lessonTextSchema.safeParse({ ...input, document }).success).toBe(false);
  }
  expect(lessonTextSchema.safeParse({ ...input, document: lessonText("One.") }).success).toBe(true);
});
