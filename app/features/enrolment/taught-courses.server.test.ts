import { describe, expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findEnrolmentOffer } from "./find-enrolment-offer.server.ts";
import { findTaughtCourse, findTaughtCourses } from "./find-taught-courses.server.ts";

const database = openTestDatabase();
const DAY = 86_400_000;

async function teacher(courseId?: string, role: "owner" | "assistant" = "owner") {
  const { person, instructor } = await createInstructor(database.db);
  if (courseId) {
    await database.db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role } });
  }
  return contextOf(database.db, person, { instructorId: instructor.id });
}

describe("the courses one teaches", () => {
  test("do not exist for learners and for instructors of other courses", async () => {
    const { db } = database;
    const { course } = await createCourse(db);
    const other = await createCourse(db);
    const { ctx } = await createEnrolment(db, { course });
    for (const stranger of [ctx, await teacher(other.course.id), await teacher()]) {
      await expect(findTaughtCourse(stranger, { course: course.slug })).rejects.toMatchObject({ status: 404 });
    }
  });

  test("are those where she holds a role, with their numbers", async () => {
    const { db } = database;
    const { course } = await createCourse(db);
    await createCourse(db);
    const { enrolmentId } = await createEnrolment(db, { course });
    await createEnrolment(db, { course });
    await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: new Date() } });
    const ctx = await teacher(course.id, "assistant");
    const { courses, next } = await findTaughtCourses(ctx);
    expect(courses).toMatchObject([
      { slug: course.slug, role: "assistant", learners: 2, finished: 1, releaseNumber: 1 },
    ]);
    expect(next).toBeUndefined();
    expect(await findTaughtCourses(await teacher())).toMatchObject({ courses: [] });
  });

  test("are all of them for an admin, page by page", async () => {
    const { db } = database;
    const admin = contextOf(db, await createPerson(db, { role: "admin" }));
    const slugs: string[] = [];
    let after: string | undefined;
    do {
      const page = await findTaughtCourses(admin, { after, limit: 2 });
      slugs.push(...page.courses.map(({ slug }) => slug));
      after = page.next;
    } while (after);
    const all = await db.course.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
    expect(slugs.toSorted()).toEqual(all.map(({ slug }) => slug).toSorted());
  });
});

describe("what a course's page offers", () => {
  test("is open to a guest, who is asked to sign in when she presses", async () => {
    const { course } = await createCourse(database.db, { seats: 5, seatsTaken: 2 });
    const offer = await findEnrolmentOffer(guestContext(database.db), { course: course.slug });
    expect(offer).toMatchObject({ refusal: null, freeSeats: 3, enrolment: null, cohorts: [], selfPaced: true });
  });

  test("names the cohorts to come with a reason for each that cannot be joined, and leaves out those that ended", async () => {
    const { db } = database;
    const { course } = await createCourse(db, { selfPaced: false });
    const open = await createCohort(db, { courseId: course.id, seats: 4 });
    const full = await createCohort(db, { courseId: course.id, seats: 1, seatsTaken: 1 });
    const past = new Date(Date.now() - DAY);
    await createCohort(db, { courseId: course.id, startsAt: new Date(past.getTime() - DAY), endsAt: past });
    const offer = await findEnrolmentOffer(guestContext(db), { course: course.slug });
    expect(offer.cohorts.map(({ id, refusal, freeSeats }) => ({ id, refusal, freeSeats }))).toEqual(
      expect.arrayContaining([
        { id: open.id, refusal: null, freeSeats: 4 },
        { id: full.id, refusal: "cohortFull", freeSeats: 0 },
      ]),
    );
    expect(offer.cohorts).toHaveLength(2);
    expect(offer.refusal).toBeNull();
    await db.cohort.update({ where: { id: open.id }, data: { enrolmentClosesAt: past } });
    expect((await findEnrolmentOffer(guestContext(db), { course: course.slug })).refusal).toBe("noCohort");
  });

  test("names the courses to finish first, and her own place", async () => {
    const { db } = database;
    const [first, second] = [await createCourse(db), await createCourse(db)];
    await db.prerequisite.create({ data: { courseId: second.course.id, requiredCourseId: first.course.id } });
    const { ctx } = await createEnrolment(db, { course: first.course });
    const refused = await findEnrolmentOffer(ctx, { course: second.course.slug });
    expect(refused).toMatchObject({ refusal: "prerequisites", prerequisites: [{ slug: first.course.slug }] });
    const mine = await findEnrolmentOffer(ctx, { course: first.course.slug });
    expect(mine.enrolment).toMatchObject({ state: "active", cohortId: null });
  });

  test("is 404 for a course that is not there", async () => {
    const offer = findEnrolmentOffer(guestContext(database.db), { course: "nowhere" });
    await expect(offer).rejects.toMatchObject({ status: 404 });
  });
});
