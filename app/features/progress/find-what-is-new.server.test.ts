import { expect, test } from "vitest";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findWhatIsNew } from "./find-what-is-new.server.ts";

const database = openTestDatabase();

test("who began with an earlier release reads what was written of the current one, in her language or the best", async () => {
  const { db } = database;
  const { course, lessons } = await createCourse(db);
  const { ctx } = await createEnrolment(db, { course });
  const ask = (locale: "ar" | "en" | "fr") => findWhatIsNew({ ...ctx, locale }, { course: course.slug });
  expect(await ask("en")).toBeNull();
  const { id } = await createRelease(db, { courseId: course.id, number: 2, lessons });
  await db.course.update({ where: { id: course.id }, data: { currentReleaseId: id } });
  expect(await ask("en")).toBeNull();
  await db.release.update({ where: { id }, data: { notes: { ar: "درس جديد", en: "A new lesson" } } });
  expect(await ask("ar")).toMatchObject({ notes: { text: "درس جديد", locale: "ar" } });
  expect(await ask("en")).toMatchObject({ notes: { text: "A new lesson", locale: "en" } });
  expect((await ask("fr"))?.notes.text).not.toBe("");
});
