import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createTeacher } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCourse } from "../find-course.server.ts";
import { findCourseSettings } from "./find-course-settings.server.ts";
import { changeCourseSlug, chooseCover, placeCourse, saveCourseTexts } from "./save-catalogue.server.ts";
import { removeCohort, saveCohort, saveCompletion, saveEnrolment, savePrice } from "./save-enrolment.server.ts";
import { addCourseLanguage, changeSourceLanguage, removeCourseLanguage } from "./save-languages.server.ts";
import { addPrerequisite, removePrerequisite } from "./save-prerequisites.server.ts";
import { cohortSchema, enrolmentSchema, priceSchema, textsSchema } from "./settings-schema.ts";

const database = openTestDatabase();

async function setUp(role: "owner" | "teacher" | "assistant" = "owner") {
  const { db } = database;
  const { course } = await createCourse(db);
  const ctx = await createTeacher(db, { courseId: course.id, role });
  return { db, course, ctx, of: { course: course.slug } };
}

test("the catalogue says what was saved, and no longer what was left out", async () => {
  const { ctx, of } = await setUp("teacher");
  const text = { title: "Gates", summary: "Of the city.", outcomes: ["Name them"] };
  await saveCourseTexts(ctx, {
    ...of,
    texts: [
      { locale: "ar", ...text },
      { locale: "fr", ...text },
    ],
  });
  const { texts } = await findCourseSettings(ctx, of);
  expect(texts.map(({ locale, title }) => [locale, title]).toSorted()).toEqual([
    ["ar", "Gates"],
    ["fr", "Gates"],
  ]);
});

test("what a form leaves empty in a language that is not the course's is not said in it", () => {
  const form = new FormData();
  for (const locale of ["ar", "en", "fr"]) {
    for (const name of ["title", "summary", "outcomes"]) {
      form.append(`texts.${locale}.${name}`, locale === "fr" || name === "outcomes" ? "" : `${name} ${locale}`);
    }
    form.append(`names.${locale}`, locale === "ar" ? "الشتاء" : " ");
  }
  form.append("startsAt", "2027-01-18T09:00");
  form.append("endsAt", "2027-04-18T09:00");
  form.append("timeZone", "UTC");
  const texts = parseWithZod(form, { schema: textsSchema(["ar", "en"]) });
  expect(texts).toMatchObject({ status: "success", value: [{ locale: "ar" }, { locale: "en", title: "title en" }] });
  const cohort = parseWithZod(form, { schema: cohortSchema("ar") });
  expect(cohort.status === "success" && cohort.value.names).toEqual({ ar: "الشتاء" });
});

test("texts need a title and a summary in each language of the course, and outcomes are as many in each", () => {
  const schema = textsSchema(["ar", "en"]);
  const text = { title: "A", summary: "B", outcomes: "one\n two \n\n" };
  const parsed = schema.parse({ texts: { ar: text, en: text } });
  expect(parsed.map(({ outcomes }) => outcomes)).toEqual([
    ["one", "two"],
    ["one", "two"],
  ]);
  const paths = (given: unknown) => schema.safeParse(given).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ texts: { ar: text } })).toEqual(["texts.en.title", "texts.en.summary", "texts.en.outcomes"]);
  expect(paths({ texts: { ar: text, en: { ...text, outcomes: "one" } } })).toEqual(["texts.en.outcomes"]);
  expect(paths({ texts: { ar: text, en: text, fr: { title: "C", outcomes: "1\n2" } } })).toEqual(["texts.fr.summary"]);
});

test("a new slug is taken once, the former one leads to it, and may be taken back", async () => {
  const { db, ctx, course, of } = await setUp();
  const other = await setUp();
  await expect(changeCourseSlug(ctx, { ...of, slug: other.course.slug })).rejects.toMatchObject({ code: "slugTaken" });
  await changeCourseSlug(ctx, { ...of, slug: `new-${course.slug}` });
  expect(await findCourse({ ...ctx, locale: "ar" }, { slug: course.slug })).toEqual({ movedTo: `new-${course.slug}` });
  await expect(changeCourseSlug(other.ctx, { ...other.of, slug: course.slug })).rejects.toMatchObject({
    code: "slugTaken",
  });
  await changeCourseSlug(ctx, { course: `new-${course.slug}`, slug: course.slug });
  const former = await db.courseFormerSlug.findMany({ where: { courseId: course.id } });
  expect(former.map(({ slug }) => slug)).toEqual([`new-${course.slug}`]);
});

test("subject and cover are those that there are", async () => {
  const { db, ctx, course, of } = await setUp();
  await expect(placeCourse(ctx, { ...of, subject: "none", level: "beginner" })).rejects.toMatchObject({
    code: "noSubject",
  });
  const picture = {
    courseId: course.id,
    path: "media/a.png",
    sha256: "a".repeat(64),
    contentType: "image/png",
    bytes: 1,
  };
  await db.courseMedia.create({ data: picture });
  await chooseCover(ctx, { ...of, cover: picture.path });
  expect((await findCourseSettings(ctx, of)).coverSha256).toBe(picture.sha256);
  await expect(chooseCover(ctx, { ...of, cover: "media/b.png" })).rejects.toMatchObject({ code: "noPicture" });
  await chooseCover(ctx, of);
  expect((await findCourseSettings(ctx, of)).coverSha256).toBeNull();
});

test("languages come and go, but never the one in which the course is written", async () => {
  const { ctx, of } = await setUp();
  await addCourseLanguage(ctx, { ...of, language: "fr" });
  await addCourseLanguage(ctx, { ...of, language: "fr" });
  expect((await findCourseSettings(ctx, of)).locales).toEqual(["ar", "en", "fr"]);
  await expect(removeCourseLanguage(ctx, { ...of, language: "ar" })).rejects.toMatchObject({ code: "sourceLanguage" });
  await expect(changeSourceLanguage(ctx, { ...of, language: "ms" })).rejects.toMatchObject({ code: "sourceLanguage" });
  await changeSourceLanguage(ctx, { ...of, language: "en" });
  await removeCourseLanguage(ctx, { ...of, language: "ar" });
  expect(await findCourseSettings(ctx, of)).toMatchObject({ locales: ["en", "fr"], sourceLocale: "en" });
});

test("price, seats, windows and rules are saved; seats are never fewer than are taken", async () => {
  const { db, ctx, of, course } = await setUp();
  await savePrice(ctx, { ...of, ...priceSchema.parse({ amount: "1.500", currency: "JOD" }) });
  const typed = { seats: "30", opensAt: "2027-01-18T09:30", closesAt: "2027-01-20T09:30", timeZone: "Asia/Jerusalem" };
  await saveEnrolment(ctx, { ...of, ...enrolmentSchema.parse(typed) });
  await saveCompletion(ctx, { ...of, completionRule: "reachEnd", watchThreshold: 70, accessDays: 90, dropLowest: 1 });
  expect(await findCourseSettings(ctx, of)).toMatchObject({
    ...{ priceAmount: 1500, priceCurrency: "JOD", seats: 30, selfPaced: false, completionRule: "reachEnd" },
    ...{ watchThreshold: 70, accessDays: 90, dropLowest: 1 },
    enrolmentOpensAt: new Date("2027-01-18T07:30:00Z"),
  });
  await db.course.update({ where: { id: course.id }, data: { seatsTaken: 3 } });
  const free = { selfPaced: true, enrolmentOpensAt: null, enrolmentClosesAt: null };
  await expect(saveEnrolment(ctx, { ...of, ...free, seats: 2 })).rejects.toMatchObject({ code: "fewSeats" });
  expect(enrolmentSchema.safeParse({ ...typed, closesAt: typed.opensAt }).error?.issues[0]?.path).toEqual(["closesAt"]);
});

test("a cohort is added, changed, and removed as long as nobody ever had a place in it", async () => {
  const { db, ctx, of, course } = await setUp();
  const typed = { names: { ar: "شتاء" }, startsAt: "2027-01-18T09:30", endsAt: "2027-02-18T09:30", timeZone: "UTC" };
  const schema = cohortSchema("ar");
  await saveCohort(ctx, { ...of, ...schema.parse(typed) });
  const [cohort] = (await findCourseSettings(ctx, of)).cohorts;
  await saveCohort(ctx, { ...of, ...schema.parse({ ...typed, id: cohort?.id, seats: "5" }) });
  expect((await findCourseSettings(ctx, of)).cohorts).toMatchObject([{ id: cohort?.id, seats: 5, inUse: false }]);
  expect(schema.safeParse({ ...typed, names: { en: "Winter" } }).error?.issues[0]?.path).toEqual(["names", "ar"]);
  const stranger = await setUp();
  await expect(
    saveCohort(stranger.ctx, { ...stranger.of, ...schema.parse({ ...typed, id: cohort?.id }) }),
  ).rejects.toMatchObject({ code: "cohortInUse" });
  await removeCohort(stranger.ctx, { ...stranger.of, cohort: cohort?.id ?? "" });
  const { enrolmentId } = await createEnrolment(db, { course });
  await db.enrolment.update({ where: { id: enrolmentId }, data: { cohortId: cohort?.id } });
  await expect(removeCohort(ctx, { ...of, cohort: cohort?.id ?? "" })).rejects.toMatchObject({ code: "cohortInUse" });
  await db.enrolment.update({ where: { id: enrolmentId }, data: { cohortId: null } });
  await removeCohort(ctx, { ...of, cohort: cohort?.id ?? "" });
  expect((await findCourseSettings(ctx, of)).cohorts).toEqual([]);
});

test("courses never demand each other in a circle, not even where two are asked for at once", async () => {
  const [first, second, third] = [await setUp(), await setUp(), await setUp()];
  const demand = (one: typeof first, other: typeof first) =>
    addPrerequisite(one.ctx, { ...one.of, prerequisite: other.course.slug });
  await demand(first, second);
  await demand(second, third);
  await expect(demand(third, first)).rejects.toMatchObject({ code: "circle" });
  await expect(demand(first, first)).rejects.toMatchObject({ code: "circle" });
  await removePrerequisite(second.ctx, { ...second.of, prerequisite: third.course.slug });
  const both = await Promise.allSettled([demand(second, third), demand(third, first)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("somebody else's draft cannot be demanded, nor told from what is not there", async () => {
  const { ctx, of } = await setUp();
  const other = await createCourse(database.db, { state: "draft" });
  for (const prerequisite of [other.course.slug, "nowhere"]) {
    await expect(addPrerequisite(ctx, { ...of, prerequisite })).rejects.toMatchObject({ code: "noCourse" });
  }
  const { choices } = await findCourseSettings(ctx, of);
  expect(choices.map(({ slug }) => slug)).not.toContain(other.course.slug);
});

test("an assistant, another instructor and a learner find no settings", async () => {
  const { db, course, of } = await setUp();
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  const learner = contextOf(db, await createPerson(db));
  const { ctx: stranger } = await setUp();
  for (const ctx of [assistant, learner, stranger]) {
    await expect(findCourseSettings(ctx, of)).rejects.toMatchObject({ status: 404 });
    await expect(changeCourseSlug(ctx, { ...of, slug: "mine" })).rejects.toMatchObject({ status: 404 });
    await expect(addCourseLanguage(ctx, { ...of, language: "fr" })).rejects.toMatchObject({ status: 404 });
  }
});
