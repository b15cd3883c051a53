import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCourse } from "./find-course.server.ts";
import { findInstructor } from "./find-instructor.server.ts";
import { findProgramme } from "./find-programme.server.ts";
import { findProgrammes } from "./find-programmes.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-21T12:00:00Z");
const guest = (locale: UseCaseContext["locale"] = "en") => ({ ...guestContext(database.db, { now }), locale });
const day = (date: string) => new Date(`${date}T00:00:00Z`);

async function readCourse(ctx: UseCaseContext, slug: string) {
  const found = await findCourse(ctx, { slug });
  if ("movedTo" in found) throw new Error("moved");
  return found.course;
}

describe("a course's page", () => {
  test("has text, outline and previews in the reader's language, or in the best there is", async () => {
    const { course } = await createCourse(database.db);
    const english = await readCourse(guest("en"), course.slug);
    expect(english.text).toMatchObject({ title: "Jerusalem through the ages", locale: "en" });
    expect(english.sections[0]).toMatchObject({ title: { text: "First section", locale: "en" }, minutes: 30 });
    expect(english.sections[0]?.lessons.map(({ preview }) => preview)).toEqual([true, false, false]);
    const turkish = await readCourse(guest("tr"), course.slug);
    expect(turkish).toMatchObject({ text: { locale: "en" }, lessonLocale: "en", locales: ["ar", "en"] });
    expect((await readCourse(guest("ar"), course.slug)).text.locale).toBe("ar");
  });

  test("shows the runs that are not over, the next first, with the seats that are free", async () => {
    const { db } = database;
    const { course } = await createCourse(db);
    const run = (startsAt: string, endsAt: string) => ({
      courseId: course.id,
      names: { en: startsAt },
      startsAt: day(startsAt),
      endsAt: day(endsAt),
      seats: 5,
      seatsTaken: 5,
    });
    await db.cohort.createMany({
      data: [run("2027-03-01", "2027-05-01"), run("2026-11-01", "2026-12-01"), run("2026-01-01", "2026-02-01")],
    });
    const page = await readCourse(guest(), course.slug);
    expect(page.cohorts.map(({ name, seatsLeft }) => [name.text, seatsLeft])).toEqual([
      ["2026-11-01", 0],
      ["2027-03-01", 0],
    ]);
  });

  test("names the published courses to finish first, and those who teach it but not those who assist", async () => {
    const { db } = database;
    const [{ course }, { course: open }, { course: hidden }] = [
      await createCourse(db),
      await createCourse(db),
      await createCourse(db),
    ];
    await db.course.update({ where: { id: hidden.id }, data: { state: "draft" } });
    await db.prerequisite.createMany({
      data: [open, hidden].map(({ id }) => ({ courseId: course.id, requiredCourseId: id })),
    });
    for (const role of ["teacher", "owner", "assistant"] as const) {
      const { instructor } = await createInstructor(db);
      await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
    }
    const page = await readCourse(guest(), course.slug);
    expect(page.prerequisites).toEqual([
      { slug: open.slug, title: { text: "Jerusalem through the ages", locale: "en" } },
    ]);
    expect(page.instructors).toHaveLength(2);
  });

  test("costs one query when its outline was read before, and two else", async () => {
    const { course } = await createCourse(database.db);
    const queries = vi.spyOn(pg.Client.prototype, "query");
    await readCourse(guest(), course.slug);
    expect(queries).toHaveBeenCalledTimes(2);
    await readCourse(guest(), course.slug);
    expect(queries).toHaveBeenCalledTimes(3);
    queries.mockRestore();
  });

  test("is not there while the course is a draft, save for those who make it; an archived course is gone", async () => {
    const { db } = database;
    const { course } = await createCourse(db);
    const { person, instructor } = await createInstructor(db);
    await db.courseInstructor.create({
      data: { courseId: course.id, instructorId: instructor.id, role: "assistant" },
    });
    const other = await createInstructor(db);
    const teacher = contextOf(db, person, { now, instructorId: instructor.id });
    const stranger = contextOf(db, other.person, { now, instructorId: other.instructor.id });
    const admin = contextOf(db, await createPerson(db, { role: "admin" }), { now });

    await db.course.update({ where: { id: course.id }, data: { state: "draft" } });
    for (const ctx of [teacher, admin]) expect((await readCourse(ctx, course.slug)).state).toBe("draft");
    for (const ctx of [guest(), stranger]) {
      await expect(findCourse(ctx, { slug: course.slug })).rejects.toMatchObject({ status: 404 });
    }
    await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
    for (const ctx of [guest(), stranger]) {
      await expect(findCourse(ctx, { slug: course.slug })).rejects.toMatchObject({ status: 410 });
    }
    await expect(findCourse(guest(), { slug: "never-was" })).rejects.toMatchObject({ status: 404 });
  });

  test("is found under a slug that the course once had, unless the course may not be seen", async () => {
    const { db } = database;
    const { course } = await createCourse(db);
    await db.courseFormerSlug.create({ data: { slug: "old-name", courseId: course.id } });
    expect(await findCourse(guest(), { slug: "old-name" })).toEqual({ movedTo: course.slug });
    await db.course.update({ where: { id: course.id }, data: { state: "draft" } });
    await expect(findCourse(guest(), { slug: "old-name" })).rejects.toMatchObject({ status: 404 });
  });
});

describe("programmes and instructors", () => {
  let slugs: string[];

  beforeAll(async () => {
    const { db } = database;
    const courses = [await createCourse(db), await createCourse(db), await createCourse(db)];
    slugs = courses.map(({ course }) => course.slug);
    await db.programme.create({
      data: {
        slug: "diploma",
        titles: { ar: "دبلوم دراسات القدس", en: "Diploma" },
        summaries: { en: "Three courses." },
        courses: { create: courses.map(({ course }, index) => ({ courseId: course.id, position: 3 - index })) },
      },
    });
    await db.course.update({ where: { slug: slugs[1] }, data: { state: "draft" } });
  });

  test("a programme has its published courses in order", async () => {
    const programme = await findProgramme(guest(), { slug: "diploma" });
    expect(programme).toMatchObject({ title: { text: "Diploma", locale: "en" }, minutes: 60 });
    expect(programme.courses.map(({ slug }) => slug)).toEqual([slugs[2], slugs[0]]);
    await expect(findProgramme(guest(), { slug: "none" })).rejects.toMatchObject({ status: 404 });
  });

  test("programmes are listed with what they hold, and found whatever the spelling", async () => {
    expect(await findProgrammes(guest("ar"))).toMatchObject([{ slug: "diploma", courses: 2, minutes: 60 }]);
    expect(await findProgrammes(guest("ar"), { q: "الدبلوم" })).toHaveLength(1);
    expect(await findProgrammes(guest("ar"), { q: "طليطلة" })).toHaveLength(0);
    await database.db.course.updateMany({ where: { slug: { in: slugs } }, data: { state: "draft" } });
    expect(await findProgrammes(guest("ar"))).toEqual([]);
  });

  test("an instructor has the published courses that she teaches, and not those in which she assists", async () => {
    const { db } = database;
    const { instructor } = await createInstructor(db);
    const [teaches, assists] = [await createCourse(db), await createCourse(db)];
    await db.courseInstructor.createMany({
      data: [
        { courseId: teaches.course.id, instructorId: instructor.id, role: "owner" },
        { courseId: assists.course.id, instructorId: instructor.id, role: "assistant" },
      ],
    });
    const page = await findInstructor(guest("fr"), { handle: instructor.handle });
    expect(page.name).toEqual({ text: "Layla Mansour", locale: "en" });
    expect(page.courses.map(({ slug }) => slug)).toEqual([teaches.course.slug]);
    await expect(findInstructor(guest(), { handle: "nobody" })).rejects.toMatchObject({ status: 404 });
  });
});
