import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { unsafeFindText } from "../editing/find-text.server.ts";
import { saveText } from "../editing/save-text.server.ts";
import { findVersion } from "./find-version.server.ts";
import { findVersions } from "./find-versions.server.ts";
import { restoreVersion } from "./restore-version.server.ts";

const database = openTestDatabase();

/** A quiz whose English text was saved each hour. */
async function setUp(...bodies: string[]) {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createQuizDraft(db, { courseId: course.id });
  await db.lessonText.updateMany({ where: { lessonId: lesson.id }, data: { updatedAt: new Date("2026-02-01") } });
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const at = (hour: number) =>
    contextOf(db, person, { instructorId: instructor.id, now: new Date(Date.UTC(2026, 2, 1, hour)) });
  const address = { course: course.slug, lesson: lesson.slug, language: "en" as const };
  const find = () => unsafeFindText(db, { lessonId: lesson.id, locale: "en" });
  for (const [hour, body] of bodies.entries()) {
    const before = (await find())?.updatedAt ?? null;
    const { language: locale, ...place } = address;
    const text = { title: "Gates", summary: "Seven.", document: lessonText(body), before };
    await saveText(at(hour), { ...place, locale, ...text });
  }
  return { db, person, at, address, find };
}

test("versions are listed newest first, with who and when, and the oldest is what stood before", async () => {
  const { person, at, address } = await setUp("One.\n", "Two.\n");
  const { versions, next } = await findVersions(at(5), address);
  expect(versions.map(({ by, cause, savedAt }) => [by, cause, savedAt.toISOString()])).toEqual([
    [person.name, "written", "2026-03-01T01:00:00.000Z"],
    [person.name, "written", "2026-03-01T00:00:00.000Z"],
    [null, "imported", "2026-02-01T00:00:00.000Z"],
  ]);
  expect(next).toBeNull();
});

test("a long history comes in parts, each version once", async () => {
  const { db, at, address } = await setUp("One.\n");
  const [newest] = await db.lessonTextVersion.findMany({
    where: { cause: "written" },
    orderBy: { id: "desc" },
    take: 1,
  });
  if (!newest) throw new Error("There is one");
  const { id: _, document: __, ...version } = newest;
  const savedAt = new Date("2026-02-15");
  const more = Array.from({ length: 40 }, () => ({ ...version, document: {}, savedAt, startedAt: savedAt }));
  await db.lessonTextVersion.createMany({ data: more });
  const first = await findVersions(at(5), address);
  expect([first.versions.length, first.first]).toEqual([30, true]);
  const second = await findVersions(at(5), { ...address, after: first.next ?? undefined });
  expect([second.next, second.first]).toEqual([null, false]);
  const all = [...first.versions, ...second.versions].map(({ id }) => id);
  expect([all.length, new Set(all).size]).toEqual([42, 42]);
});

test("a version says how it differs from the one before it, and the text of now from it", async () => {
  const { at, address } = await setUp("One.\n\nTwo.\n", "One!\n\nTwo.\n", "One!\n\nTwo.\n\nThree.\n");
  const { versions } = await findVersions(at(5), address);
  const version = versions[1]?.id ?? "";
  const before = await findVersion(at(5), { ...address, version, against: "before" });
  expect(before.blocks.map(({ kind }) => kind)).toEqual(["changed", "same"]);
  const now = await findVersion(at(5), { ...address, version, against: "now" });
  expect(now.blocks.map(({ kind }) => kind)).toEqual(["same", "same", "added"]);
  const first = await findVersion(at(5), { ...address, version: versions.at(-1)?.id ?? "", against: "before" });
  expect(first).toMatchObject({ isFirst: true, blocks: [{ kind: "added" }] });
});

test("what is restored is a version of its own, and is undone by restoring what stood before", async () => {
  const { at, address, find } = await setUp("One.\n", "Two.\n");
  const { versions } = await findVersions(at(5), address);
  await restoreVersion(at(6), { ...address, version: versions[1]?.id ?? "" });
  expect((await find())?.document).toEqual(lessonText("One.\n"));
  const after = await findVersions(at(7), address);
  expect(after.versions.map(({ cause }) => cause)).toEqual(["restored", "written", "written", "imported"]);
  await restoreVersion(at(8), { ...address, version: versions[0]?.id ?? "" });
  expect((await find())?.document).toEqual(lessonText("Two.\n"));
});

test("versions of another lesson or language, and all of them for who may not edit, are not there", async () => {
  const { db, at, address } = await setUp("One.\n");
  const { versions } = await findVersions(at(5), address);
  const version = versions[0]?.id ?? "";
  const elsewhere = await setUp("One.\n");
  const learner = contextOf(db, await createPerson(db));
  const hidden = [
    findVersion(at(5), { ...address, language: "ar", version, against: "before" }),
    restoreVersion(at(5), { ...address, language: "ar", version }),
    restoreVersion(elsewhere.at(5), { ...elsewhere.address, version }),
    restoreVersion(elsewhere.at(5), { ...address, version }),
    findVersions(elsewhere.at(5), address),
    findVersions(learner, address),
    findVersions(at(5), { ...address, language: "tr" }),
  ];
  for (const asked of await Promise.allSettled(hidden)) {
    expect(asked).toMatchObject({ status: "rejected", reason: { status: 404 } });
  }
});
