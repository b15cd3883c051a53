import { expect, test } from "vitest";
import { findTaughtCourses } from "#app/features/enrolment/find-taught-courses.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse as createSample } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createCourse } from "./create-course.server.ts";
import { createCourseSchema } from "./create-course-schema.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";

const database = openTestDatabase();

const asked = {
  title: "The gates of Jerusalem",
  sourceLocale: "en" as const,
  locales: ["ar" as const],
  subject: "history",
  level: "beginner" as const,
};

async function setUp() {
  const { db } = database;
  // Brings the subject with it.
  await createSample(db);
  const { person, instructor } = await createInstructor(db);
  return { db, instructor, ctx: contextOf(db, person, { instructorId: instructor.id }) };
}

test("a course begins as its maker's draft, with a section and a lesson in each of its languages", async () => {
  const { db, ctx, instructor } = await setUp();
  const { slug, lesson } = await createCourse(ctx, asked);
  const made = await db.course.findUniqueOrThrow({
    where: { slug },
    include: { texts: true, instructors: true, sections: true, lessons: { include: { texts: true } } },
  });
  expect(made).toMatchObject({ state: "draft", locales: ["ar", "en"], sourceLocale: "en", priceAmount: 0 });
  expect(made.texts).toMatchObject([{ locale: "en", title: asked.title }]);
  expect(made.instructors).toMatchObject([{ instructorId: instructor.id, role: "owner" }]);
  expect(Object.keys(Object(made.sections[0]?.titles))).toEqual(["ar", "en"]);
  expect(made.lessons).toMatchObject([{ slug: lesson, kind: "text", required: true }]);
  for (const { document } of made.lessons[0]?.texts ?? []) {
    expect(lessonDocumentSchema.parse(document)).toEqual(document);
  }
  expect(made.lessons[0]?.texts.map(({ locale }) => locale).toSorted()).toEqual(["ar", "en"]);
});

test("two courses of one title get different slugs, made at once as well, and none is an address of the rooms", async () => {
  const { ctx } = await setUp();
  const made = await Promise.all([1, 2, 3].map(() => createCourse(ctx, { ...asked, title: "Walls" })));
  expect(made.map(({ slug }) => slug).toSorted()).toEqual(["walls", "walls-2", "walls-3"]);
  expect((await createCourse(ctx, { ...asked, title: "New" })).slug).toBe("new-2");
  expect((await createCourse(ctx, { ...asked, title: "أبواب القدس" })).slug).toMatch(/^course/);
});

test("a slug that once led to another course is not given again", async () => {
  const { db, ctx } = await setUp();
  const { course } = await createSample(db);
  await db.courseFormerSlug.create({ data: { slug: "sources", courseId: course.id } });
  expect((await createCourse(ctx, { ...asked, title: "Sources" })).slug).toBe("sources-2");
});

test("an admin without a public face is given one, once; a learner may make no course", async () => {
  const { db } = await setUp();
  const admin = contextOf(db, await createPerson(db, { role: "admin", name: "Nadia Admin" }));
  await createCourse(admin, asked);
  await createCourse(admin, asked);
  const faces = await db.instructor.findMany({ where: { userId: admin.actor.id }, include: { courses: true } });
  expect(faces).toHaveLength(1);
  expect(faces[0]).toMatchObject({ handle: "nadia-admin", courses: [{ role: "owner" }, { role: "owner" }] });
  const learner = contextOf(db, await createPerson(db));
  await expect(createCourse(learner, asked)).rejects.toMatchObject({ status: 404 });
  await expect(createCourse(admin, { ...asked, subject: "none" })).rejects.toMatchObject({ code: "noSubject" });
});

test("the language of the title is one of the course's, and languages come once", () => {
  const parsed = createCourseSchema.parse({ ...asked, locales: ["ar", "ar", "en"] });
  expect(parsed.locales).toEqual(["ar", "en"]);
  expect(createCourseSchema.parse({ ...asked, locales: "fr" }).locales).toEqual(["fr"]);
  expect(createCourseSchema.safeParse({ ...asked, title: " " }).success).toBe(false);
});

test("the list finds a course by its title in any spelling of its letters, and by its state", async () => {
  const { db, ctx } = await setUp();
  const { slug } = await createCourse(ctx, { ...asked, title: "أبواب إيليا", sourceLocale: "ar" });
  await createCourse(ctx, { ...asked, title: "Other" });
  const slugs = async (choice: Parameters<typeof findTaughtCourses>[1]) =>
    (await findTaughtCourses(ctx, choice)).courses.map((course) => course.slug);
  expect(await slugs({ q: "ابواب" })).toEqual([slug]);
  expect(await slugs({ filter: "draft" })).toHaveLength(2);
  expect(await slugs({ filter: "published" })).toEqual([]);
  await db.course.update({ where: { slug }, data: { state: "archived", stateBefore: "draft" } });
  expect([await slugs({}), await slugs({ filter: "archived" })]).toEqual([["other"], [slug]]);
});
