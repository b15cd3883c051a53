import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { enrolmentRefusals } from "./enrolment-access.ts";
import { handleEnrolIntent } from "./handle-enrol-intent.server.ts";

const database = openTestDatabase();
const href = (path: string) => `/en${path}`;

function formOf(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: "enrol", ...values })) form.set(name, value);
  return form;
}

async function learner() {
  return contextOf(database.db, await createPerson(database.db));
}

test("a guest who presses is sent to sign in, and then back to the course's page", async () => {
  const { course } = await createCourse(database.db);
  const ctx = guestContext(database.db);
  const answer = await handleEnrolIntent({ ctx, form: formOf({}), href, course: course.slug }).catch(
    (thrown: unknown) => thrown,
  );
  if (!(answer instanceof Response)) throw new Error("A redirect was expected");
  expect(answer.headers.get("Location")).toBe(`/en/sign-in?next=${encodeURIComponent(`/en/courses/${course.slug}`)}`);
});

test("a learner is led into the course, in the cohort she chose", async () => {
  const { course } = await createCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: course.id });
  const ctx = await learner();
  const answer = await handleEnrolIntent({ ctx, form: formOf({ cohort: cohort.id }), href, course: course.slug });
  if (!(answer instanceof Response)) throw new Error("A redirect was expected");
  expect(answer.headers.get("Location")).toBe(`/en/learn/${course.slug}`);
  expect(await database.db.enrolment.findMany({ where: { userId: ctx.actor.id } })).toMatchObject([
    { courseId: course.id, cohortId: cohort.id, state: "active" },
  ]);
});

test("her own pace is a choice too, and what is neither is refused beside the field", async () => {
  const { course } = await createCourse(database.db);
  const ctx = await learner();
  const odd = await handleEnrolIntent({ ctx, form: formOf({ cohort: "whenever" }), href, course: course.slug });
  expect(odd).toMatchObject({ data: { result: { error: { cohort: [expect.any(String)] } } }, init: { status: 400 } });
  await handleEnrolIntent({ ctx, form: formOf({ cohort: "own-pace" }), href, course: course.slug });
  expect(await database.db.enrolment.findMany({ where: { userId: ctx.actor.id } })).toMatchObject([{ cohortId: null }]);
});

test("a full cohort is told beside the choice, a full course for the whole form", async () => {
  const { course } = await createCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: course.id, seats: 1, seatsTaken: 1 });
  const ctx = await learner();
  const press = (cohortId: string) =>
    handleEnrolIntent({ ctx, form: formOf({ cohort: cohortId }), href, course: course.slug });
  expect(await press(cohort.id)).toMatchObject({
    data: { result: { error: { cohort: ["enrolment:errors.cohortFull"] } } },
    init: { status: 409 },
  });
  await database.db.course.update({ where: { id: course.id }, data: { seats: 1, seatsTaken: 1 } });
  expect(await press("own-pace")).toMatchObject({ data: { result: { error: { "": ["enrolment:errors.full"] } } } });
});

test.each(locales)("every refusal has its words in %s", (locale) => {
  const words: { errors: Record<string, string> } = JSON.parse(
    readFileSync(`app/locales/${locale}/enrolment.json`, "utf8"),
  );
  expect(Object.keys(words.errors)).toEqual(expect.arrayContaining([...enrolmentRefusals]));
});
