import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openLessonDraft } from "../editing/open-lesson-draft.server.ts";
import { addText } from "./add-text.server.ts";
import { lessonsOf, type StoredOutline } from "./draft-outline.ts";
import * as edits from "./edit-outline.ts";
import { findOutline } from "./find-outline.server.ts";
import { saveOutlineSchema } from "./outline-schema.ts";
import { saveOutline } from "./save-outline.server.ts";

const database = openTestDatabase();

/** A course whose draft has a section with three lessons of text. */
async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const address = { course: course.slug };
  const section = randomUUID();
  await saveOutline(ctx, {
    ...address,
    before: 0,
    outline: { sections: [{ id: section, titles: { ar: "قسم" }, lessons: [] }] },
  });
  const ids: string[] = [];
  for (const name of ["One", "Two", "Three"]) {
    const title = { ar: `درس ${name}`, en: name };
    ids.push((await addText(ctx, { ...address, section, title, summary: {} })).id);
  }
  const find = () => findOutline(ctx, address);
  const save = (stored: StoredOutline, outline = stored.outline) =>
    saveOutline(ctx, { ...address, ...saveOutlineSchema.parse({ before: stored.version, outline }) });
  const [one = "", two = "", three = ""] = ids;
  return { course, ctx, address, section, one, two, three, find, save };
}

const order = ({ outline }: StoredOutline) =>
  outline.sections.map(({ lessons }) => lessons.map(({ titles }) => titles.en));

test("a lesson needs a title in the course's first language alone, and has a text in each in which it has one", async () => {
  const { ctx, address, section, find } = await setUp();
  const summary = {};
  await expect(addText(ctx, { ...address, section, title: { en: "Four" }, summary })).rejects.toMatchObject({
    code: "missingTitle",
  });
  const { id } = await addText(ctx, { ...address, section, title: { ar: "رابع" }, summary });
  expect(lessonsOf((await find()).outline).find((lesson) => lesson.id === id)?.titles).toEqual({ ar: "رابع" });
});

test("what is moved, renamed, timed and weighed is saved, and found again as it was sent", async () => {
  const { find, save, one, two, three } = await setUp();
  const stored = await find();
  const change = { opensAt: "2027-01-18T07:00:00.000Z", requires: [one], weight: 3, required: false, minutes: 7 };
  const renamed = { titles: { ar: "مُسمّى", en: "Renamed" } };
  const other = randomUUID();
  const outline = [
    (now: typeof stored.outline) => edits.moveLesson(now, { id: three, by: -1 }),
    (now: typeof stored.outline) => edits.setLesson(now, { id: two, change }),
    (now: typeof stored.outline) => edits.setLesson(now, { id: one, change: { ...renamed, dripDays: 3 } }),
    (now: typeof stored.outline) => edits.addSection(now, { id: other, titles: { ar: "قسم آخر" } }),
    (now: typeof stored.outline) => edits.moveLessonTo(now, { id: two, sectionId: other }),
  ].reduce((now, edit) => edit(now), stored.outline);
  const { version } = await save(stored, outline);
  expect(version).toBe(stored.version + 1);
  const found = await find();
  expect(found.outline).toEqual(outline);
  expect(order(found)).toEqual([["Renamed", "Three"], ["Two"]]);
});

test("what is left out is removed and kept, keeps its slug, and can be put back", async () => {
  const { ctx, address, find, save, section, two } = await setUp();
  const stored = await find();
  const slug = stored.facts[two]?.slug ?? "";
  await save(stored, edits.removeLesson(stored.outline, two));
  const without = await find();
  expect(order(without)).toEqual([["One", "Three"]]);
  expect(without.removed.lessons).toMatchObject([{ id: two, sectionId: section }]);
  await expect(openLessonDraft(ctx, { ...address, lesson: slug })).rejects.toMatchObject({ status: 404 });
  const again = await addText(ctx, { ...address, section, title: { ar: "ثانٍ", en: "Two" }, summary: {} });
  expect(again.slug).not.toBe(slug);
  const now = await find();
  const [lesson] = now.removed.lessons;
  if (!lesson) throw new Error("Nothing was removed");
  await save(now, edits.putLessonBack(now.outline, lesson));
  expect((await openLessonDraft(ctx, { ...address, lesson: slug })).lesson.id).toBe(two);
  expect((await find()).removed.lessons).toEqual([]);
});

test("a section goes with its lessons and comes back with them", async () => {
  const { find, save, section } = await setUp();
  const stored = await find();
  await save(stored, edits.removeSection(stored.outline, section));
  const bare = await find();
  expect(bare.outline.sections).toEqual([]);
  const [removed] = bare.removed.sections;
  if (!removed) throw new Error("No section was removed");
  await save(bare, edits.putSectionBack(bare.outline, { section: removed, lessons: bare.removed.lessons }));
  expect(order(await find())).toEqual([["One", "Two", "Three"]]);
});

test("of two who change one outline the second is told, and nothing of hers is written", async () => {
  const { find, save, one, two } = await setUp();
  const stored = await find();
  const both = await Promise.allSettled([
    save(stored, edits.setLesson(stored.outline, { id: one, change: { preview: true } })),
    save(stored, edits.setLesson(stored.outline, { id: two, change: { preview: true } })),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(lessonsOf((await find()).outline).filter(({ preview }) => preview)).toHaveLength(1);
});

test("a circle, a section without a name and what is of another course are refused", async () => {
  const { find, save, one, two, section } = await setUp();
  const other = await setUp();
  const stored = await find();
  const asks = (id: string, required: string) => (now: typeof stored.outline) =>
    edits.setLesson(now, { id, change: { requires: [required] } });
  await expect(save(stored, asks(one, two)(asks(two, one)(stored.outline)))).rejects.toMatchObject({ code: "circle" });
  await expect(save(stored, asks(one, other.one)(stored.outline))).rejects.toMatchObject({ code: "unknownPart" });
  const nameless = { sections: stored.outline.sections.map((one) => ({ ...one, titles: { en: "Only" } })) };
  await expect(save(stored, nameless)).rejects.toMatchObject({ code: "missingTitle" });
  const foreign = await other.find();
  const taken = { sections: [{ id: section, titles: { ar: "قسم" }, lessons: [] }] };
  await expect(other.save(foreign, taken)).rejects.toMatchObject({ code: "unknownPart" });
});

test("a release keeps when lessons open, what they ask for and weigh; a draft as usual keeps the hash it had", async () => {
  const { course, ctx, find, save, one, two } = await setUp();
  const { db } = database;
  await expect(releaseCourse(ctx, { courseId: course.id })).rejects.toMatchObject({ code: "empty" });
  const paragraph = {
    type: "paragraph",
    attrs: { lang: null, dir: null },
    content: [{ type: "text", text: "Written." }],
  };
  await db.lessonText.updateMany({
    where: { lesson: { courseId: course.id } },
    data: { document: { type: "doc", content: [paragraph] } },
  });
  await releaseCourse(ctx, { courseId: course.id });
  const plain = await db.release.findFirstOrThrow({ where: { courseId: course.id }, orderBy: { number: "desc" } });
  expect(JSON.stringify(plain.outline)).not.toMatch(/opensAt|dripDays|requires|weight/);
  expect(await releaseCourse(ctx, { courseId: course.id })).toMatchObject({ created: false });
  const stored = await find();
  const change = { dripDays: 7, requires: [one], weight: 4 };
  await save(stored, edits.setLesson(stored.outline, { id: two, change }));
  expect(await releaseCourse(ctx, { courseId: course.id })).toMatchObject({ created: true });
  const row = await db.releaseLesson.findFirstOrThrow({
    where: { lessonId: two },
    orderBy: { release: { number: "desc" } },
  });
  expect(row).toMatchObject({ dripDays: 7, requires: [one], weight: 4, opensAt: null });
  const { outline } = await db.release.findUniqueOrThrow({ where: { id: row.releaseId } });
  expect(outline).toMatchObject({ sections: [{ lessons: [{}, { dripDays: 7, requires: [one], weight: 4 }, {}] }] });
  await db.course.update({ where: { id: course.id }, data: { dropLowest: 1 } });
  expect(await releaseCourse(ctx, { courseId: course.id })).toMatchObject({ created: true });
});

test("who may not edit the course finds no outline", async () => {
  const { address } = await setUp();
  const ctx = contextOf(database.db, await createPerson(database.db));
  await expect(findOutline(ctx, address)).rejects.toMatchObject({ status: 404 });
  const nothing = { ...address, before: 0, outline: { sections: [] } };
  await expect(saveOutline(ctx, nothing)).rejects.toMatchObject({ status: 404 });
});
