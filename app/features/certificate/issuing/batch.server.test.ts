import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createAdmin, createFinished, createIssued, createProgramme, jobContext } from "#tests/factories/finished.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findBatch, findBatches } from "./find-batch.server.ts";
import { finishOverdueHandler } from "./finish-overdue.server.ts";
import { issueCertificate } from "./issue-certificate.server.ts";
import { runBatchHandler } from "./run-batch.server.ts";
import { startBatch } from "./start-batch.server.ts";

const database = openTestDatabase();
const reason = "The spring term is over";
const run = (batchId: string) => runBatchHandler.handle(jobContext(database.db), { batchId });

/** A course of a cohort in which some have finished, one has no name, one is refused, one has not finished. */
async function cohortScene() {
  const { db } = database;
  const { course } = await createCourse(db, { certificateRule: "approval" });
  const now = Date.now();
  const dates = { startsAt: new Date(now - 86_400_000), endsAt: new Date(now + 86_400_000) };
  const cohort = await createCohort(db, { courseId: course.id, ...dates });
  const inCohort = { course, cohortId: cohort.id };
  const finished = await Promise.all([createFinished(db, inCohort), createFinished(db, inCohort)]);
  const nameless = await createFinished(db, { ...inCohort, names: { fullNameArabic: null, fullNameLatin: null } });
  const refused = await createFinished(db, inCohort);
  await db.certificateRequest.create({
    data: {
      ...{ kind: "award", state: "refused", reason: "Copied", decidedAt: new Date() },
      ...{ userId: refused.learner.id, courseId: course.id },
    },
  });
  const { person: unfinished } = await createEnrolment(db, inCohort);
  await createIssued(db, inCohort);
  await createFinished(db, { course });
  return { course, cohort, finished, nameless, refused, unfinished };
}

test("a cohort is issued to in one go, and those left out are listed with why", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course, cohort, finished, nameless, refused, unfinished } = await cohortScene();
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, cohortId: cohort.id, reason });
  expect((await findBatch(admin, { batchId })).counts).toEqual({
    ...{ total: 5, waiting: 5, issued: 0, skipped: 0, delivered: 0 },
  });
  await run(batchId);
  await run(batchId);
  const batch = await findBatch(admin, { batchId });
  expect(batch).toMatchObject({
    counts: { total: 5, waiting: 0, issued: 2, skipped: 3, delivered: 0 },
    ...{ reason, createdBy: "Idris Salim", finishedAt: expect.any(Date), next: undefined },
    for: { kind: "course", slug: course.slug },
    cohort: { names: cohort.names },
  });
  const why = new Map(batch.skippedLearners.map((learner) => [learner.userId, learner.why]));
  expect(why).toEqual(
    new Map([
      [nameless.learner.id, "nameless"],
      [refused.learner.id, "refused"],
      [unfinished.id, "notFinished"],
    ]),
  );
  const issued = await db.certificate.findMany({
    where: { userId: { in: finished.map(({ learner }) => learner.id) } },
    select: { id: true, cause: true },
  });
  expect(issued.map(({ cause }) => cause)).toEqual(["earned", "earned"]);
  const entries = await db.auditEntry.findMany({ where: { subjectId: { in: issued.map(({ id }) => id) } } });
  expect(entries).toMatchObject([
    { action: "certificate.issue", actorId: admin.actor.id, reason },
    { action: "certificate.issue", actorId: admin.actor.id, reason },
  ]);
  expect((await findBatches(admin)).batches[0]).toMatchObject({ id: batchId, counts: { issued: 2 } });
});

test("without a cohort it is for all who finished, and again for nobody", async () => {
  const admin = await createAdmin(database.db);
  const { course } = await cohortScene();
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
  await run(batchId);
  expect((await findBatch(admin, { batchId })).counts).toMatchObject({ total: 5, issued: 3, skipped: 2 });
  await database.db.user.updateMany({ where: { fullNameLatin: null }, data: { fullNameLatin: "Named" } });
  await database.db.certificateRequest.deleteMany({ where: { courseId: course.id } });
  await run((await startBatch(admin, { for: { courseId: course.id }, reason })).batchId);
  await expect(startBatch(admin, { for: { courseId: course.id }, reason })).rejects.toMatchObject({ code: "nobody" });
});

test("a programme is issued to those who finished all of it", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const [one, two] = [await createCourse(db), await createCourse(db)];
  const programme = await createProgramme(db, { courses: [one.course, two.course], rule: "none" });
  const half = await createFinished(db, { course: one.course });
  const whole = await createFinished(db, { course: one.course });
  const place = { userId: whole.learner.id, courseId: two.course.id, releaseId: two.release.id };
  await db.enrolment.create({ data: { ...place, completedAt: new Date() } });
  const { batchId } = await startBatch(admin, { for: { programmeId: programme.id }, reason });
  await run(batchId);
  expect((await findBatch(admin, { batchId })).counts).toMatchObject({ total: 1, issued: 1 });
  const held = await db.certificate.findMany({ where: { programmeId: programme.id }, select: { userId: true } });
  expect(held).toEqual([{ userId: whole.learner.id }]);
  expect(half.learner.id).not.toBe(whole.learner.id);
});

test("a batch that was broken off is gone on with, by as many as try, and nobody is given two", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course } = await createCourse(db);
  const learners = await Promise.all(Array.from({ length: 6 }, () => createFinished(db, { course })));
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
  const stopped = new AbortController();
  stopped.abort();
  await runBatchHandler.handle({ ...jobContext(db), signal: stopped.signal }, { batchId });
  expect((await findBatch(admin, { batchId })).counts.waiting).toBe(6);
  // One was issued meanwhile, on another way.
  const [first] = learners;
  const userId = first?.learner.id ?? "";
  await issueCertificate({ ...jobContext(db), actor: null }, { userId, for: { courseId: course.id }, cause: "earned" });
  await Promise.all([run(batchId), run(batchId), run(batchId)]);
  const batch = await findBatch(admin, { batchId });
  expect(batch.counts).toMatchObject({ waiting: 0, issued: 5, skipped: 1 });
  expect(batch.skippedLearners).toMatchObject([{ userId, why: "alreadyHas" }]);
  expect(await db.certificate.count({ where: { courseId: course.id } })).toBe(6);
});

test("admins alone begin and see batches, for what is there", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course } = await createFinished(db);
  const other = await createCourse(db);
  const cohort = await createCohort(db, { courseId: other.course.id });
  const learner = contextOf(db, await createPerson(db));
  await expect(startBatch(learner, { for: { courseId: course.id }, reason })).rejects.toMatchObject({ status: 404 });
  await expect(findBatches(learner)).rejects.toMatchObject({ status: 404 });
  await expect(startBatch(admin, { for: { courseId: course.id }, cohortId: cohort.id, reason })).rejects.toMatchObject({
    code: "unknownSubject",
  });
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
  await expect(findBatch(learner, { batchId })).rejects.toMatchObject({ status: 404 });
  await expect(findBatch(admin, { batchId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 });
});

/** Lets the database refuse whatever is issued to somebody. */
async function breakFor(userId: string) {
  await database.connections.query(`
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Broken for her'; END $$;
    CREATE TRIGGER broken BEFORE INSERT ON "Certificate" FOR EACH ROW WHEN (NEW."userId" = '${userId}')
      EXECUTE FUNCTION broken()`);
}

const mend = () => database.connections.query("DROP FUNCTION IF EXISTS broken CASCADE");

test("one for whom it fails costs no other, and is given hers by the next try", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course } = await createCourse(db);
  const learners = await Promise.all(Array.from({ length: 3 }, () => createFinished(db, { course })));
  const [first] = learners.map(({ learner }) => learner.id).toSorted();
  await breakFor(first ?? "");
  try {
    const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
    await expect(run(batchId)).rejects.toThrow("Broken for her");
    expect(await findBatch(admin, { batchId })).toMatchObject({ finishedAt: null, counts: { waiting: 1, issued: 2 } });
    await expect(run(batchId)).rejects.toThrow("Broken for her");
    await mend();
    await run(batchId);
    expect(await findBatch(admin, { batchId })).toMatchObject({
      ...{ finishedAt: expect.any(Date), counts: { waiting: 0, issued: 3, skipped: 0 } },
    });
  } finally {
    await mend();
  }
});

test("a batch whose job is tried no more ends, and lists for whom it failed", async () => {
  const { db, connections } = database;
  const admin = await createAdmin(db);
  const { course, learner } = await createFinished(db);
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
  const tried = (attempts: string) =>
    connections.query(`update graphile_worker._private_jobs set attempts = ${attempts} where key = $1`, [
      `certificate-batch:${batchId}`,
    ]);
  await tried("max_attempts - 1");
  await finishOverdueHandler.handle(jobContext(db), {});
  expect(await findBatch(admin, { batchId })).toMatchObject({ finishedAt: null, counts: { waiting: 1 } });
  await tried("max_attempts");
  await finishOverdueHandler.handle(jobContext(db), {});
  expect(await findBatch(admin, { batchId })).toMatchObject({
    ...{ finishedAt: expect.any(Date), counts: { waiting: 0, skipped: 1 } },
    skippedLearners: [{ userId: learner.id, why: "failed" }],
  });
  const again = await startBatch(admin, { for: { courseId: course.id }, reason });
  await run(again.batchId);
  expect((await findBatch(admin, again)).counts).toMatchObject({ issued: 1 });
});

test("a programme that is left without published courses ends the batch, with why nobody was given one", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course, learner } = await createFinished(db);
  const programme = await createProgramme(db, { courses: [course] });
  const { batchId } = await startBatch(admin, { for: { programmeId: programme.id }, reason });
  await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
  await run(batchId);
  expect(await findBatch(admin, { batchId })).toMatchObject({
    ...{ finishedAt: expect.any(Date), counts: { waiting: 0 } },
    skippedLearners: [{ userId: learner.id, why: "unknownSubject" }],
  });
});

test("what a batch issues is written down also where its admin has no account any more", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course, learner } = await createFinished(db);
  const { batchId } = await startBatch(admin, { for: { courseId: course.id }, reason });
  await db.certificateBatch.update({ where: { id: batchId }, data: { createdById: null } });
  await run(batchId);
  const { id } = await db.certificate.findFirstOrThrow({ where: { userId: learner.id } });
  expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "certificate.issue", actorId: null, reason },
  ]);
});
