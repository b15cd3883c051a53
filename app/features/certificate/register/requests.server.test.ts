import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { insertCertificate } from "#tests/factories/issued-certificate.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findChain } from "./find-chain.server.ts";
import { findRequests } from "./find-requests.server.ts";
import { previewBatch } from "./preview-batch.server.ts";

const database = openTestDatabase();
const DAY = new Date("2027-01-02T10:00:00Z");

async function setUp() {
  const { db } = database;
  await db.certificateRequest.deleteMany();
  const made = await createCourse(db);
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  return { db, admin, ...made, courseId: made.course.id };
}

test("a request that waits comes with the enrolment, the completions and the grades that speak for it", async () => {
  const { db, admin, course, courseId, lessons } = await setUp();
  const { person, enrolmentId } = await createEnrolment(db, { course });
  const lessonId = lessons[0]?.id ?? "";
  await db.completion.create({ data: { enrolmentId, lessonId, cause: "passed", completedAt: DAY } });
  await db.quizStanding.create({ data: { enrolmentId, lessonId, attempts: 1, share: 8_750, passed: true } });
  await db.certificateRequest.create({ data: { kind: "award", userId: person.id, courseId } });
  const { requests } = await findRequests(admin, { tab: "waiting" });
  expect(requests).toMatchObject([{ email: person.email, kind: "award", slug: course.slug, decidedAt: null }]);
  expect(requests[0]?.evidence).toMatchObject([
    {
      ...{ slug: course.slug, state: "active", completedAt: null, required: 3 },
      lessons: [{ cause: "passed", completedAt: DAY, share: 8_750, passed: true, titles: { en: "Lesson 1" } }],
    },
  ]);
});

test("what was decided is listed apart, by whom and why, the last first; and learners find none of it", async () => {
  const { db, admin, courseId } = await setUp();
  const decide = async (name: string, hour: number) => {
    const userId = (await createPerson(db, { name })).id;
    const decision = { state: "refused" as const, reason: "Not hers", decidedById: admin.actor.id };
    const decidedAt = new Date(DAY.getTime() + hour * 3_600_000);
    await db.certificateRequest.create({ data: { kind: "award", userId, courseId, ...decision, decidedAt } });
  };
  await decide("First", 1);
  await decide("Second", 2);
  const { requests } = await findRequests(admin, { tab: "decided" });
  expect(requests.map(({ name, reason, decidedBy }) => [name, reason, decidedBy])).toEqual([
    ["Second", "Not hers", admin.actor.name],
    ["First", "Not hers", admin.actor.name],
  ]);
  expect((await findRequests(admin, { tab: "waiting" })).requests).toEqual([]);
  const learner = contextOf(db, await createPerson(db));
  await expect(findRequests(learner, { tab: "waiting" })).rejects.toMatchObject({ status: 404 });
  await expect(previewBatch(learner, { for: { courseId } })).rejects.toMatchObject({ status: 404 });
});

test("a batch is seen before it begins: who would get one, and who is left out for which reason", async () => {
  const { db, admin, course, courseId } = await setUp();
  const finish = async (named = true) => {
    const { person, enrolmentId } = await createEnrolment(db, { course });
    await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: DAY } });
    if (named) await db.user.update({ where: { id: person.id }, data: { fullNameLatin: "Amina Yusuf" } });
    return person.id;
  };
  await finish();
  const nameless = await finish(false);
  const holder = await finish();
  await insertCertificate(db, { userId: holder, courseId });
  const refused = await finish();
  const decision = { state: "refused" as const, reason: "Not hers", decidedAt: DAY };
  await db.certificateRequest.create({ data: { kind: "award", userId: refused, courseId, ...decision } });
  const preview = await previewBatch(admin, { for: { courseId } });
  expect(preview.given).toBe(1);
  expect(preview.leftOut.map(({ why, count, people }) => [why, count, people.map(({ id }) => id)])).toEqual([
    ["alreadyHas", 1, [holder]],
    ["refused", 1, [refused]],
    ["nameless", 1, [nameless]],
  ]);
});

test("the chain of a certificate is the same from each of its links, the newest first", async () => {
  const { db, admin, courseId } = await setUp();
  const userId = (await createPerson(db)).id;
  const old = await insertCertificate(db, { userId, courseId, current: false });
  const next = await insertCertificate(db, { userId, courseId, supersedesId: old.id, cause: "corrected" });
  for (const { serial } of [old, next]) {
    const chain = await findChain(admin, { serial });
    expect(chain.map((link) => [link.serial, link.status])).toEqual([
      [next.serial, "valid"],
      [old.serial, "superseded"],
    ]);
  }
});
