import { expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { deleteReference, saveReference } from "./change-references.server.ts";
import { findReference, findReferences } from "./find-references.server.ts";
import { exportReferences, importReferences } from "./import-references.server.ts";
import { referenceFormSchema } from "./reference-form.ts";
import { writtenReference } from "./written-reference.ts";

const database = openTestDatabase();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx: PersonContext = contextOf(db, person, { instructorId: instructor.id });
  return { db, course: course.slug, courseId: course.id, ctx };
}

const form = (fields: object) => referenceFormSchema.parse({ type: "book", title: "T", key: "t1", ...fields });

const BIBTEX = `@string{pup = {Princeton University Press}}
@book{grabar1996, author = {Grabar, Oleg}, title = {The Shape of the Holy}, publisher = pup, year = 1996,
  abstract = {Left out}}
@book{broken, title = {Never closed
@comment{nothing}
`;
const RIS =
  "TY  - BOOK\nAU  - Cohen, Amnon\nTI  - Economic Life in Ottoman Jerusalem\nPB  - Cambridge University Press\nPY  - 1989\nID  - cohen1989\nER  - \n";

test("a work is written by hand, in two scripts, and its form shows it again as it was written", async () => {
  const { ctx, course } = await setUp();
  const author = "العارف، عارف | al-ʿĀrif, ʿĀrif\nAn Academy";
  await saveReference(ctx, {
    course,
    form: form({ author, title: "المفصل", otherTitle: "In Detail", issued: "1961" }),
  });
  const item = await findReference(ctx, { course, key: "t1" });
  expect(item).toMatchObject({
    author: [
      { family: "العارف", given: "عارف", multi: { _key: { "und-Latn": { family: "al-ʿĀrif", given: "ʿĀrif" } } } },
      { literal: "An Academy" },
    ],
    issued: { "date-parts": [[1961]] },
    multi: { _keys: { title: { "und-Latn": "In Detail" } } },
  });
  const written = writtenReference(item);
  const again = form({ ...written.values, key: undefined, existing: "t1" });
  await saveReference(ctx, { course, form: again });
  expect(await findReference(ctx, { course, key: "t1" })).toEqual(item);
  await expect(saveReference(ctx, { course, form: form({}) })).rejects.toMatchObject({ code: "keyTaken" });
  const bad = form({ key: "t2", URL: "javascript:alert(1)" });
  await expect(saveReference(ctx, { course, form: bad })).rejects.toMatchObject({ code: "badWork" });
  expect(await findReferences(ctx, { course, q: "مفصل", after: "" })).toMatchObject({ references: [{ places: 0 }] });
  expect(await findReferences(ctx, { course, q: "nothing", after: "" })).toMatchObject({ references: [], total: 1 });
});

test("works are taken in from BibTeX and RIS, each told of by itself, and come out again as they went in", async () => {
  const { ctx, course } = await setUp();
  expect(await importReferences(ctx, { course, text: BIBTEX })).toMatchObject([
    { name: "The Shape of the Holy", outcome: "takenWithLoss", lost: ["abstract"] },
    { outcome: "refused", reason: "unreadable" },
  ]);
  expect(await importReferences(ctx, { course, text: RIS })).toMatchObject([
    { name: "Economic Life in Ottoman Jerusalem", outcome: "taken" },
  ]);
  expect(await findReference(ctx, { course, key: "grabar1996" })).toMatchObject({
    publisher: "Princeton University Press",
    author: [{ family: "Grabar", given: "Oleg" }],
  });
  const { text } = await exportReferences(ctx, { course, format: "csl" });
  const other = await setUp();
  const outcomes = await importReferences(other.ctx, { course: other.course, text });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["taken", "taken"]);
  expect((await exportReferences(other.ctx, { course: other.course, format: "csl" })).text).toBe(text);
  expect(await importReferences(ctx, { course, text })).toMatchObject([{ outcome: "same" }, { outcome: "same" }]);
  expect((await exportReferences(ctx, { course, format: "bibtex" })).text).toContain("Princeton University Press");
  await expect(importReferences(ctx, { course, text: "{" })).rejects.toMatchObject({ code: "unreadableFile" });
});

test("a work that is cited stays, and it is told where", async () => {
  const { db, ctx, course, courseId } = await setUp();
  await saveReference(ctx, { course, form: form({}) });
  const { lesson } = await createQuizDraft(db, { courseId });
  const works = [{ key: "t1", locator: null, prefix: null }];
  const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "citation", attrs: { works } }] }] };
  await db.lessonText.updateMany({ where: { lessonId: lesson.id }, data: { document } });
  await expect(deleteReference(ctx, { course, key: "t1" })).rejects.toMatchObject({
    code: "cited",
    values: { lessons: lesson.slug },
  });
  await db.lessonText.deleteMany({ where: { lessonId: lesson.id } });
  await deleteReference(ctx, { course, key: "t1" });
  await expect(deleteReference(ctx, { course, key: "t1" })).rejects.toMatchObject({ status: 404 });
});

test("nobody else finds a bibliography", async () => {
  const { course } = await setUp();
  const { ctx: stranger } = await setUp();
  const learner = contextOf(database.db, await createPerson(database.db));
  for (const who of [stranger, learner]) {
    await expect(findReferences(who, { course, q: "", after: "" })).rejects.toMatchObject({ status: 404 });
    await expect(importReferences(who, { course, text: RIS })).rejects.toMatchObject({ status: 404 });
  }
});
