import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { saveText } from "../editing/save-text.server.ts";
import { alignTranslation } from "./align-translation.ts";
import { changeTranslation } from "./change-translation.server.ts";
import { findTranslation, unsafeFindPair } from "./find-translation.server.ts";
import { splitDocument } from "./split-document.ts";
import type { TranslationChange } from "./translation-change.ts";

const database = openTestDatabase();

const arabic = "## باب\n\nواحد[^1].\n\nاثنان.\n\n[^1]: حاشية.\n";

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const { lesson } = await createQuizDraft(db, { courseId: course.id });
  await db.lessonText.deleteMany({ where: { lessonId: lesson.id } });
  const address = { course: course.slug, lesson: lesson.slug };
  const save = async (locale: "ar" | "en", body: string) => {
    const there = await db.lessonText.findUnique({ where: { lessonId_locale: { lessonId: lesson.id, locale } } });
    const before = there?.updatedAt.toISOString() ?? null;
    await saveText(ctx, { ...address, locale, title: locale, summary: "s", document: lessonText(body), before });
  };
  const change = (one: TranslationChange) => changeTranslation(ctx, { ...address, language: "en", change: one });
  const states = async () => {
    const pair = await unsafeFindPair(db, { lessonId: lesson.id, source: "ar", language: "en" });
    if (!pair?.translation) throw new Error("Both are written");
    const { source, translation } = pair;
    const { rows } = alignTranslation({
      source: source.document,
      translation: translation.document,
      basis: translation.basis,
    });
    return rows.map(({ state }) => state).join(" ");
  };
  return { db, course, lesson, ctx, address, save, change, states };
}

const part = (body: string) => {
  const [first] = splitDocument(lessonText(body));
  if (!first) throw new Error("It has a block");
  return first;
};

test("a translation is made block by block, and an edit of the source marks the one block that it touches", async () => {
  const { save, change, states } = await setUp();
  await save("ar", arabic);
  const [heading, one, two] = splitDocument(lessonText(arabic));
  await change({ kind: "title", before: "", after: "Gate", basis: "ar" });
  const insert = (at: number, body: string, basis = heading) =>
    change({ kind: "blocks", at, before: [], after: [part(body)], basis });
  await insert(0, "## Gate\n", heading);
  expect(await states()).toBe("current missing missing");
  await insert(1, "One[^1].\n\n[^1]: A note.\n", one);
  await insert(2, "Two.\n", two);
  expect(await states()).toBe("current current current");
  await save("ar", arabic.replace("حاشية", "حاشية أطول"));
  expect(await states()).toBe("current stale current");
  const stale = part("One[^1].\n\n[^1]: A note.\n");
  const [, newer] = splitDocument(lessonText(arabic.replace("حاشية", "حاشية أطول")));
  await change({ kind: "blocks", at: 1, before: [stale], after: [stale], basis: newer });
  expect(await states()).toBe("current current current");
});

test("two who change two blocks meet nowhere; of two who change one, the second is told and nothing is lost", async () => {
  const { save, change, states, db, lesson } = await setUp();
  await save("ar", "واحد.\n\nاثنان.\n");
  await save("en", "One.\n\nTwo.\n");
  const edit = (at: number, before: string, after: string) =>
    change({ kind: "blocks", at, before: [part(before)], after: [part(after)] });
  const both = await Promise.all([edit(0, "One.\n", "First.\n"), edit(1, "Two.\n", "Second.\n")]);
  expect(both.map(({ conflict }) => conflict)).toEqual([false, false]);
  expect(await edit(0, "One.\n", "Uno.\n")).toMatchObject({ conflict: true });
  // Sent twice, since the answer was lost.
  expect(await edit(0, "One.\n", "First.\n")).toMatchObject({ conflict: false });
  const { document } = await db.lessonText.findUniqueOrThrow({
    where: { lessonId_locale: { lessonId: lesson.id, locale: "en" } },
  });
  expect(document).toEqual(lessonText("First.\n\nSecond.\n"));
  expect(await states()).toBe("current current");
});

test("a translation of which nothing was known is taken to be of the source as it was before its first change", async () => {
  const { save, states } = await setUp();
  await save("ar", "واحد.\n\nاثنان.\n");
  await save("en", "One.\n\nTwo.\n");
  expect(await states()).toBe("current current");
  await save("ar", "واحد.\n\nاثنان وأكثر.\n");
  expect(await states()).toBe("current stale");
  await save("en", "Before all.\n\nOne.\n\nTwo.\n");
  expect(await states()).toBe("extra current stale");
  await save("ar", "واحد.\n\nاثنان.\n");
  expect(await states()).toBe("extra current current");
});

test("a block is brought to the place of its source, and one that is emptied is missing again", async () => {
  const { save, change, states, db, lesson } = await setUp();
  await save("ar", "واحد.\n\nاثنان.\n");
  await save("en", "One.\n\nTwo.\n");
  await save("ar", "اثنان.\n\nواحد.\n");
  await change({ kind: "move", from: 1, to: 0, part: part("Two.\n") });
  const { document } = await db.lessonText.findUniqueOrThrow({
    where: { lessonId_locale: { lessonId: lesson.id, locale: "en" } },
  });
  expect(document).toEqual(lessonText("Two.\n\nOne.\n"));
  expect(await states()).toBe("current current");
  await change({ kind: "blocks", at: 0, before: [part("Two.\n")], after: [] });
  expect(await states()).toBe("missing current");
});

test("assistants, strangers and learners find no translation, nor is there one into the source or a foreign language", async () => {
  const { ctx, course, address, save, db } = await setUp();
  await save("ar", arabic);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "assistant" } });
  const assistant = contextOf(db, person, { instructorId: instructor.id });
  const { ctx: stranger } = await setUp();
  const learner = contextOf(db, await createPerson(db));
  for (const who of [assistant, stranger, learner])
    await expect(findTranslation(who, { ...address, language: "en" })).rejects.toMatchObject({ status: 404 });
  for (const language of ["ar", "fr"] as const)
    await expect(findTranslation(ctx, { ...address, language })).rejects.toMatchObject({ status: 404 });
  const found = await findTranslation(ctx, { ...address, language: "en" });
  expect(found.pair).toMatchObject({ translation: null });
  expect(found.pair?.sourceHtml[1]).toContain("حاشية");
});
