import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { releaseOutlineSchema } from "#app/features/course/release-outline.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { splitDocument } from "#app/features/lesson/translation/split-document.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { checkRelease } from "./check-release.server.ts";
import { releaseCourse } from "./release-course.server.ts";

const database = openTestDatabase();

const paragraph = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text }] }],
});

/** A course whose draft has one lesson in Arabic and English, and who may release it. */
async function createDraft(role: "owner" | "teacher" | "assistant" = "owner") {
  const { db } = database;
  const { course } = await createCourse(db);
  const section = await db.section.create({
    data: { courseId: course.id, position: 0, titles: { ar: "باب", en: "Door" } },
  });
  const lesson = await db.lesson.create({
    data: {
      courseId: course.id,
      sectionId: section.id,
      slug: "one",
      position: 0,
      minutes: 8,
      texts: {
        create: ["ar", "en"].map((locale) => ({
          locale,
          title: locale,
          summary: "",
          document: paragraph(randomUUID()),
        })),
      },
    },
  });
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  return { course, lesson, actor: await actorOf(person.id) };
}

async function actorOf(userId: string) {
  const { cookie } = await createSession(database.db, userId);
  return loadActor({ db: database.db, cookie });
}

const context = (actor: Awaited<ReturnType<typeof actorOf>>) => ({ db: database.db, actor, clock: systemClock });

test("a language that the course has no more is not released, and comes back as it was written", async () => {
  const { course, lesson, actor } = await createDraft();
  const shown = async () => {
    const { number } = await releaseCourse(context(actor), { courseId: course.id });
    const release = await database.db.release.findUniqueOrThrow({
      where: { courseId_number: { courseId: course.id, number } },
      select: { sha256: true, outline: true, lessons: { select: { texts: { select: { locale: true } } } } },
    });
    const outline = releaseOutlineSchema.parse(release.outline);
    const titled = outline.sections.flatMap(({ lessons }) => lessons.map(({ titles }) => Object.keys(titles).sort()));
    const locales = release.lessons.flatMap(({ texts }) => texts.map(({ locale }) => locale)).sort();
    return { sha256: release.sha256, titled, locales };
  };
  const locales = (of: string[]) => database.db.course.update({ where: { id: course.id }, data: { locales: of } });
  await locales(["ar", "en"]);
  const whole = await shown();
  expect(whole).toMatchObject({ titled: [["ar", "en"]], locales: ["ar", "en"] });
  await locales(["ar"]);
  expect(await shown()).toMatchObject({ titled: [["ar"]], locales: ["ar"] });
  expect(await database.db.lessonText.count({ where: { lessonId: lesson.id } })).toBe(2);
  await locales(["ar", "en"]);
  expect(await shown()).toEqual(whole);
});

test("a release takes the next number and becomes what the course shows", async () => {
  const { course, actor } = await createDraft();
  expect(await releaseCourse(context(actor), { courseId: course.id, notes: { en: "One lesson" } })).toEqual({
    number: 2,
    created: true,
  });
  const after = await database.db.course.findUniqueOrThrow({
    where: { id: course.id },
    include: { currentRelease: true },
  });
  expect(after).toMatchObject({
    lessonCount: 1,
    minutes: 8,
    currentRelease: { number: 2, notes: { en: "One lesson" } },
  });
  expect(after.publishedAt).toEqual(course.publishedAt);
});

test("a draft that did not change makes no second release, also when pressed twice at once", async () => {
  const { course, actor } = await createDraft();
  const press = () => releaseCourse(context(actor), { courseId: course.id });
  const pressed = await Promise.all([press(), press(), press()]);
  expect(pressed.map(({ number }) => number)).toEqual([2, 2, 2]);
  expect(pressed.filter(({ created }) => created)).toHaveLength(1);
  expect(await database.db.release.count({ where: { courseId: course.id } })).toBe(2);
});

test("owners, teachers and admins release; assistants, other instructors, learners and guests find no course", async () => {
  const { course, actor: assistant } = await createDraft("assistant");
  const { actor: other } = await createDraft();
  const learner = await actorOf((await createPerson(database.db)).id);
  for (const actor of [assistant, other, learner, null]) {
    await expect(releaseCourse(context(actor), { courseId: course.id })).rejects.toMatchObject({ status: 404 });
  }
  const admin = await actorOf((await createPerson(database.db, { role: "admin" })).id);
  expect(await releaseCourse(context(admin), { courseId: course.id })).toMatchObject({ created: true });
  const { course: theirs, actor: teacher } = await createDraft("teacher");
  expect(await releaseCourse(context(teacher), { courseId: theirs.id })).toMatchObject({ created: true });
});

test("a draft without lessons, or with a lesson that lacks a language, is not released", async () => {
  const { course, lesson, actor } = await createDraft();
  await database.db.lessonText.deleteMany({ where: { lessonId: lesson.id, locale: "en" } });
  await expect(releaseCourse(context(actor), { courseId: course.id })).rejects.toMatchObject({
    code: "missingText",
    values: { lesson: "one", locale: "en" },
  });
  await database.db.lesson.delete({ where: { id: lesson.id } });
  await expect(releaseCourse(context(actor), { courseId: course.id })).rejects.toMatchObject({ code: "noLessons" });
});

test("a translation whose source was changed since is pointed out, and does not keep the draft back", async () => {
  const { course, lesson, actor } = await createDraft();
  const stale = async () => {
    const check = actor && (await checkRelease({ db: database.db, actor }, { course: course.slug }));
    return check?.findings.map(({ level, code, locale }) => [level, code, locale]);
  };
  const { sourceLocale } = course;
  const { title, summary, document } = await database.db.lessonText.findFirstOrThrow({
    where: { lessonId: lesson.id, locale: sourceLocale },
  });
  const whole = lessonDocumentSchema.parse(document);
  const basis = { locale: sourceLocale, title, summary, blocks: splitDocument(whole) };
  await database.db.lessonText.updateMany({
    where: { lessonId: lesson.id, locale: { not: sourceLocale } },
    data: { basis: JSON.parse(JSON.stringify(basis)) },
  });
  expect(await stale()).toEqual([]);
  await database.db.lessonText.updateMany({
    where: { lessonId: lesson.id, locale: sourceLocale },
    data: { document: paragraph("Written anew") },
  });
  expect(await stale()).toEqual([["warning", "staleTranslation", sourceLocale === "ar" ? "en" : "ar"]]);
  expect(await releaseCourse(context(actor), { courseId: course.id })).toMatchObject({ created: true });
});
