import { expect, test } from "vitest";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { createTeacher } from "#tests/factories/teacher.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { revokePlace, suspendPlace } from "../take-place-back.server.ts";
import { changeAccess } from "./change-access.server.ts";
import { putBackLearner, takeOutLearner } from "./change-place.server.ts";
import { accessMail } from "./tending-mails.ts";

const database = openTestDatabase();
const reason = "She was ill for a month.";
const until = new Date("2030-01-31T09:00:00Z");

async function tended() {
  const { db, connections } = database;
  const { course } = await createCourse(db);
  const cohort = await createCohort(db, { courseId: course.id, seats: 1 });
  const { enrolmentId, person } = await createEnrolment(db, { course, cohortId: cohort.id });
  await db.user.update({ where: { id: person.id }, data: { locale: "fr", timeZone: "Asia/Jerusalem" } });
  const teacher = await createTeacher(db, { courseId: course.id, role: "teacher" });
  const act = { course: course.slug, enrolmentId, reason };
  const place = () => db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  const acts = async () => {
    const entries = await db.auditEntry.findMany({ where: { subjectId: enrolmentId }, orderBy: { id: "asc" } });
    return entries.map(({ action, reason: why, actorId }) => [action, why, actorId]);
  };
  const mails = async (kind: string) => {
    const { rows } = await connections.query(
      "SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mail' = $1 AND payload->>'to' = $2",
      [kind, person.email],
    );
    return rows.map(({ payload }) => payload);
  };
  const seats = async () => {
    const { seatsTaken } = await db.course.findUniqueOrThrow({ where: { id: course.id } });
    return [seatsTaken, (await db.cohort.findUniqueOrThrow({ where: { id: cohort.id } })).seatsTaken];
  };
  return { db, course, cohort, teacher, act, place, acts, mails, seats, enrolmentId };
}

test("her time in the course is set longer, shorter and for ever, each once, with reason, entry and mail", async () => {
  const { teacher, act, place, acts, mails } = await tended();
  await changeAccess(teacher, { ...act, accessUntil: until });
  await changeAccess(teacher, { ...act, accessUntil: until });
  expect(await place()).toMatchObject({ accessUntil: until });
  await changeAccess(teacher, { ...act, accessUntil: null });
  expect(await place()).toMatchObject({ accessUntil: null });
  const entry = ["enrolment.changeAccess", reason, teacher.actor.id];
  expect(await acts()).toEqual([entry, entry]);
  const told = await mails("access-changed");
  expect(told).toHaveLength(2);
  const first = told.find(({ values }) => values.accessUntil !== null);
  expect(first.locale).toBe("fr");
  const { text } = writeMail({ kind: accessMail, locale: "fr", values: first.values });
  expect(text).toContain(reason);
  expect(text).toContain("31 janvier 2030");
});

test("who is taken out leaves seats free, and has her place, cohort and a seat again when she is put back", async () => {
  const { teacher, act, place, seats, acts, mails, cohort } = await tended();
  expect(await seats()).toEqual([1, 1]);
  await Promise.all([takeOutLearner(teacher, act), takeOutLearner(teacher, act)]);
  expect(await place()).toMatchObject({ state: "withdrawn", cohortId: cohort.id });
  expect(await seats()).toEqual([0, 0]);
  await Promise.all([putBackLearner(teacher, act), putBackLearner(teacher, act)]);
  expect(await place()).toMatchObject({ state: "active", withdrawnAt: null, cohortId: cohort.id });
  expect(await seats()).toEqual([1, 1]);
  expect((await acts()).map(([action]) => action)).toEqual(["enrolment.takeOut", "enrolment.putBack"]);
  expect([await mails("learner-taken-out"), await mails("learner-put-back")]).toMatchObject([[{}], [{}]]);
});

test("nobody is put back where her seat is another's now, or the course is not published any more", async () => {
  const { db, course, cohort, teacher, act, place } = await tended();
  await takeOutLearner(teacher, act);
  await createEnrolment(db, { course, cohortId: cohort.id });
  await expect(putBackLearner(teacher, act)).rejects.toMatchObject({ code: "cohortFull" });
  await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
  await expect(putBackLearner(teacher, act)).rejects.toMatchObject({ code: "notPublished" });
  expect(await place()).toMatchObject({ state: "withdrawn" });
});

test("a place that was taken back with its money is opened by an admin alone, who is told apart in the log", async () => {
  const { db, teacher, act, place, acts, enrolmentId, seats } = await tended();
  const revokedAt = new Date();
  await db.$transaction((tx) => revokePlace(tx, { enrolmentId, now: revokedAt }));
  await expect(putBackLearner(teacher, act)).rejects.toMatchObject({ code: "takenBack", status: 409 });
  expect(await place()).toMatchObject({ state: "withdrawn", revokedAt });
  expect(await seats()).toEqual([0, 0]);
  const admin = await createAdmin(db);
  await putBackLearner(admin, act);
  expect(await place()).toMatchObject({ state: "active", revokedAt: null });
  expect(await seats()).toEqual([1, 1]);
  expect(await acts()).toEqual([["enrolment.putBack", reason, admin.actor.id]]);
});

test("a place that a dispute suspends is put back by nobody until it is decided", async () => {
  const { db, teacher, act, place, enrolmentId } = await tended();
  await db.$transaction((tx) => suspendPlace(tx, { enrolmentId, now: new Date() }));
  for (const ctx of [teacher, await createAdmin(db)]) await putBackLearner(ctx, act);
  expect(await place()).toMatchObject({ state: "suspended" });
});

test("an assistant, another course's teacher and the learner herself change nothing", async () => {
  const { db, course, act, place } = await tended();
  const other = await createCourse(db);
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  const elsewhere = await createTeacher(db, { courseId: other.course.id });
  const { ctx: learner } = await createEnrolment(db, { course: other.course });
  for (const ctx of [assistant, elsewhere, learner]) {
    await expect(changeAccess(ctx, { ...act, accessUntil: until })).rejects.toMatchObject({ status: 404 });
    await expect(takeOutLearner(ctx, act)).rejects.toMatchObject({ status: 404 });
    await expect(putBackLearner(ctx, act)).rejects.toMatchObject({ status: 404 });
  }
  const wrongCourse = { ...act, course: other.course.slug, accessUntil: until };
  await expect(changeAccess(elsewhere, wrongCourse)).rejects.toMatchObject({ status: 404 });
  expect(await place()).toMatchObject({ state: "active", accessUntil: null });
});
