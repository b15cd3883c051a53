import { expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createTeacher } from "#tests/factories/teacher.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findNewestLearners } from "./find-newest-learners.server.ts";
import { findRoster } from "./find-roster.server.ts";
import { OWN_PACE, type RosterFilters, type RosterSort, rosterSorts, rosterStates } from "./roster-filters.ts";
import { rosterSearchSchema } from "./roster-schema.ts";
import { streamRoster } from "./stream-roster.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

type Facts = Partial<{
  name: string;
  email: string;
  cohortId: string;
  state: "active" | "suspended" | "withdrawn";
  enrolledAt: Date;
  lastSeenAt: Date;
  completedRequired: number;
  completedAt: Date;
  accessUntil: Date;
}>;

async function learn(course: { slug: string }, { name, email, ...facts }: Facts) {
  const { person, enrolmentId } = await createEnrolment(database.db, { course });
  const named = { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  await database.db.user.update({ where: { id: person.id }, data: named });
  const withdrawnAt = facts.state === "withdrawn" ? now : null;
  const data = { required: 10, enrolledAt: daysAgo(60), withdrawnAt, ...facts };
  await database.db.enrolment.update({ where: { id: enrolmentId }, data });
  return enrolmentId;
}

/** A course whose learners are each of another state. */
async function setUp() {
  const { course } = await createCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: course.id });
  await learn(course, { name: "آمنة الأنصاري", lastSeenAt: daysAgo(1), completedRequired: 3, cohortId: cohort.id });
  await learn(course, { name: "Bashir", lastSeenAt: daysAgo(10), completedRequired: 5 });
  await learn(course, { name: "Camille", lastSeenAt: daysAgo(40), completedRequired: 1, enrolledAt: daysAgo(50) });
  await learn(course, { name: "Dalal", email: `dalal.${course.slug}@zaytuna.example`, enrolledAt: daysAgo(2) });
  await learn(course, { name: "Emre", completedAt: daysAgo(3), completedRequired: 10, accessUntil: daysAgo(1) });
  await learn(course, { name: "Fatima", accessUntil: daysAgo(1), completedRequired: 2, lastSeenAt: daysAgo(20) });
  await learn(course, { name: "Ghada", state: "withdrawn", lastSeenAt: daysAgo(90), cohortId: cohort.id });
  await learn(course, { name: "Hani", state: "suspended", lastSeenAt: daysAgo(95) });
  return { course, cohort, ctx: await createTeacher(database.db, { courseId: course.id, role: "assistant", now }) };
}

async function names(ctx: PersonContext, course: { slug: string }, asked: RosterFilters & { sort?: RosterSort }) {
  const { learners } = await findRoster(ctx, { course: course.slug, sort: "name", ...asked });
  return learners.map(({ name }) => name);
}

test("learners are found by their state, and each state says how many", async () => {
  const { course, ctx } = await setUp();
  const found = Object.fromEntries(
    await Promise.all(rosterStates.map(async (state) => [state, await names(ctx, course, { state })] as const)),
  );
  const learning = ["Bashir", "Camille", "Dalal", "آمنة الأنصاري"];
  expect(found).toEqual({
    active: learning,
    notBegun: ["Dalal"],
    unseen7: ["Bashir", "Camille"],
    unseen14: ["Camille"],
    unseen30: ["Camille"],
    finished: ["Emre"],
    ended: ["Fatima"],
    suspended: ["Hani"],
    withdrawn: ["Ghada"],
  });
  const { counts, learners } = await findRoster(ctx, { course: course.slug, sort: "name", state: "ended" });
  const lengths = Object.fromEntries(Object.entries(found).map(([state, of]) => [state, of.length]));
  expect(counts).toEqual({ all: 8, ...lengths });
  expect(learners).toMatchObject([{ name: "Fatima", ended: true, progress: 2_000 }]);
});

test("a name is found in whatever spelling, an address by any word of it, and cohorts narrow what is found", async () => {
  const { course, cohort, ctx } = await setUp();
  expect(await names(ctx, course, { q: "امنه انصاري" })).toEqual(["آمنة الأنصاري"]);
  expect(await names(ctx, course, { q: "zaytuna" })).toEqual(["Dalal"]);
  expect(await names(ctx, course, { q: "%_" })).toEqual([]);
  expect(await names(ctx, course, { cohort: cohort.id })).toEqual(["Ghada", "آمنة الأنصاري"]);
  expect(await names(ctx, course, { cohort: cohort.id, state: "active" })).toEqual(["آمنة الأنصاري"]);
  expect(await names(ctx, course, { cohort: OWN_PACE, q: "bash" })).toEqual(["Bashir"]);
  const { counts } = await findRoster(ctx, { course: course.slug, sort: "name", cohort: cohort.id });
  expect(counts).toMatchObject({ all: 2, active: 1, withdrawn: 1, finished: 0 });
});

test("every order goes through all learners page by page, each of them once", async () => {
  const { course, ctx } = await setUp();
  const orders: Record<RosterSort, string[]> = {
    enrolled: [],
    name: ["Bashir", "Camille", "Dalal", "Emre", "Fatima", "Ghada", "Hani", "آمنة الأنصاري"],
    seen: [],
    unseen: [],
    furthest: [],
    least: [],
  };
  for (const sort of rosterSorts) {
    let after: string | undefined;
    do {
      const page = await findRoster(ctx, { course: course.slug, sort, after, limit: 2 });
      if (sort !== "name") orders[sort].push(...page.learners.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(orders[sort].toSorted(), sort).toEqual(orders.name);
  }
  expect(orders.enrolled.slice(0, 2)).toEqual(["Dalal", "Camille"]);
  expect(orders.seen.slice(0, 6)).toEqual(["آمنة الأنصاري", "Bashir", "Fatima", "Camille", "Ghada", "Hani"]);
  expect(orders.unseen.slice(2)).toEqual(orders.seen.slice(0, 6).toReversed());
  expect(orders.furthest.slice(0, 3)).toEqual(["Emre", "Bashir", "آمنة الأنصاري"]);
  expect(orders.least.slice(3, 6)).toEqual(["Camille", "Fatima", "آمنة الأنصاري"]);
});

test("a cursor of another order or of nobody's making gives the first page", async () => {
  const { course, ctx } = await setUp();
  const { next } = await findRoster(ctx, { course: course.slug, sort: "enrolled", limit: 2 });
  const wrong = Buffer.from('["name","x\\u0000","y"]').toString("base64url");
  for (const after of [next, wrong, "e30", "%"]) {
    const { learners } = await findRoster(ctx, { course: course.slug, sort: "name", after, limit: 1 });
    expect(learners).toMatchObject([{ name: "Bashir" }]);
  }
});

test("an address says whom to look for, and what it says wrongly counts as not said", () => {
  const said = { q: " Amina\u0000 ", cohort: "5", state: "lost", sort: "height", after: "x" };
  expect(rosterSearchSchema.parse(said)).toEqual({ q: "Amina", sort: "enrolled", after: "x" });
  expect(rosterSearchSchema.parse({ q: " ", cohort: OWN_PACE, sort: "seen" })).toEqual({
    cohort: OWN_PACE,
    sort: "seen",
  });
});

test("the roster does not exist for learners, instructors of other courses, and once the course is deleted", async () => {
  const { course, ctx } = await setUp();
  const other = await createCourse(database.db);
  const { ctx: learner } = await createEnrolment(database.db, { course });
  const { person, instructor } = await createInstructor(database.db);
  const stranger = contextOf(database.db, person, { instructorId: instructor.id });
  const elsewhere = await createTeacher(database.db, { courseId: other.course.id });
  const words = { head: String, state: String };
  const closedTo = async (...people: PersonContext[]) => {
    for (const who of people) {
      const refused = { status: 404 };
      await expect(findRoster(who, { course: course.slug, sort: "name" })).rejects.toMatchObject(refused);
      await expect(findNewestLearners(who, { course: course.slug })).rejects.toMatchObject(refused);
      const file = streamRoster(who, { course: course.slug, choice: { sort: "name" }, words });
      await expect(file).rejects.toMatchObject(refused);
    }
  };
  await closedTo(learner, stranger, elsewhere);
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  expect(await names(admin, course, {})).toHaveLength(9);
  await database.db.course.update({
    where: { id: course.id },
    data: { state: "archived", stateBefore: "published", deletedAt: now },
  });
  await closedTo(ctx, admin);
});

test("the overview shows the five who came last", async () => {
  const { course, ctx } = await setUp();
  const newest = await findNewestLearners(ctx, { course: course.slug });
  expect(newest).toHaveLength(5);
  expect(newest.slice(0, 2)).toMatchObject([{ name: "Dalal" }, { name: "Camille" }]);
});

test("the file holds those who pass the filters, no formulas, and who took it is written down", async () => {
  const { course, cohort, ctx } = await setUp();
  await learn(course, { name: "=HYPERLINK(1)", cohortId: cohort.id, lastSeenAt: daysAgo(2), completedRequired: 5 });
  const words = { head: (column: string) => column.toUpperCase(), state: (state: string) => `is ${state}` };
  const choice = { cohort: cohort.id, state: "active" as const, sort: "name" as const };
  const text = await new Response(await streamRoster(ctx, { course: course.slug, choice, words })).text();
  const lines = text.trim().split("\r\n");
  const head = "ENROLMENT,NAME,EMAIL,STATE,COHORT,ENROLLED,SEEN,COMPLETED,REQUIRED,PROGRESS,GRADE,FINISHED,UNTIL";
  expect(lines[0]?.replaceAll('"', "")).toBe(head);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`"'=HYPERLINK(1)"`);
  expect(lines[1]).toContain(
    `"is active","شتاء ٢٠٢٧","${daysAgo(60).toISOString()}","${daysAgo(2).toISOString()}",5,10,50,,,`,
  );
  expect(lines[2]).toContain("آمنة الأنصاري");
  const entries = await database.db.auditEntry.findMany({ where: { subjectId: course.id } });
  expect(entries).toMatchObject([{ action: "roster.export", actorId: ctx.actor.id, after: choice }]);
});
