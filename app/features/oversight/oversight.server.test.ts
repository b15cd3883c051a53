import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { giveUpFailedJobs, retryFailedJobs } from "#app/features/job/tend-failed-jobs.server.ts";
import { writeAuditEntry, writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findAuditEntries, findAuditEntry } from "./audit/find-audit-entries.server.ts";
import { streamAuditCsv, streamAuditLines } from "./audit/stream-audit.server.ts";
import { findFigures } from "./overview/find-figures.server.ts";
import { findHealth } from "./overview/find-health.server.ts";

const database = openTestDatabase();
let admin: PersonContext;
let learner: PersonContext;
let enrolmentId = "";

beforeAll(async () => {
  const { db } = database;
  admin = { ...contextOf(db, await createPerson(db, { name: "Admin", role: "admin" })), requestId: "request-1" };
  const enrolled = await createEnrolment(db, await createCourse(db));
  const { person } = enrolled;
  await db.user.update({ where: { id: person.id }, data: { name: "أمينة يوسف" } });
  learner = enrolled.ctx;
  enrolmentId = enrolled.enrolmentId;
  const write = (act: Parameters<typeof writePlainEntry>[2], ctx: Parameters<typeof writePlainEntry>[1] = admin) =>
    writePlainEntry(db, ctx, act);
  await write({ action: "setting.change", subjectType: "setting", subjectId: "x", before: false, after: true });
  await write({
    action: "enrolment.takeOut",
    subjectType: "enrolment",
    subjectId: enrolmentId,
    reason: "طلبت ذلك بنفسها",
  });
  await write({ action: "person.makeAdmin", subjectType: "person", subjectId: person.id }, { actor: null });
});

const actions = async (filters: Parameters<typeof findAuditEntries>[1]) =>
  (await findAuditEntries(admin, filters)).entries.map(({ action }) => action);

test("entries are found by a person's name however it is written, by reason, act, subject, request, day, and who acted", async () => {
  const hers = ["person.makeAdmin", "enrolment.takeOut"];
  expect(await actions({ q: "امينه" })).toEqual(hers);
  expect(await actions({ person: learner.actor.id })).toEqual(hers);
  expect(await actions({ q: "بنفسها" })).toEqual(["enrolment.takeOut"]);
  expect(await actions({ q: enrolmentId })).toEqual(["enrolment.takeOut"]);
  expect(await actions({ action: "setting.change" })).toEqual(["setting.change"]);
  expect(await actions({ type: "person" })).toEqual(["person.makeAdmin"]);
  expect(await actions({ request: "request-1" })).toEqual(["enrolment.takeOut", "setting.change"]);
  expect(await actions({ q: "request-1" })).toEqual(["enrolment.takeOut", "setting.change"]);
  expect(await actions({ actor: "system" })).toEqual(["person.makeAdmin"]);
  expect(await actions({ actor: admin.actor.id, type: "setting" })).toEqual(["setting.change"]);
  expect(await actions({ until: "2020-01-01" })).toEqual([]);
  expect(await actions({ from: "2020-01-01" })).toHaveLength(3);
});

test("an entry names who acted and whom it concerns, and nobody but an admin reads any", async () => {
  const [entry] = (await findAuditEntries(admin, { action: "enrolment.takeOut" })).entries;
  expect(entry).toMatchObject({ actorName: "Admin", subject: { name: "أمينة يوسف", personId: learner.actor.id } });
  const whole = await findAuditEntry(admin, { id: entry?.id ?? "" });
  expect(whole).toMatchObject({ reason: "طلبت ذلك بنفسها", requestId: "request-1", sameRequest: 2 });
  const hidden = { status: 404 };
  await expect(findAuditEntries(learner, {})).rejects.toMatchObject(hidden);
  await expect(findAuditEntry(learner, { id: entry?.id ?? "" })).rejects.toMatchObject(hidden);
  await expect(streamAuditLines(learner, { filters: {} })).rejects.toMatchObject(hidden);
  await expect(findHealth(learner)).rejects.toMatchObject(hidden);
});

test("the log leaves as CSV and as lines of JSON, narrowed as it was looked at, and each export is in it", async () => {
  const filters = { type: "setting" };
  const csv = await new Response(await streamAuditCsv(admin, { filters, head: (column) => column })).text();
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain('"setting.change"');
  const lines = (await new Response(await streamAuditLines(admin, { filters })).text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { action: "setting.change", before: false, after: true },
  ]);
  expect(await actions({ action: "audit.export" })).toHaveLength(2);
});

test("figures are of the days asked for, beside as many before until the same hour", async () => {
  const { db } = database;
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.enrolment.update({ where: { id: enrolmentId }, data: { enrolledAt: daysAgo(9) } });
  await db.lessonVisit.create({ data: { enrolmentId, lessonId: crypto.randomUUID(), firstAt: daysAgo(1) } });
  await db.lessonVisit.create({ data: { enrolmentId, lessonId: crypto.randomUUID(), firstAt: daysAgo(2) } });
  await db.completion.create({
    data: { enrolmentId, lessonId: crypto.randomUUID(), cause: "watched", completedAt: daysAgo(8) },
  });
  const figures = await findFigures(db, { days: 7, timeZone: "Asia/Jerusalem", now });
  expect(figures).toMatchObject({
    ...{ enrolled: { now: 0, before: 1 }, active: { now: 1, before: 1 }, lessons: { now: 0, before: 1 } },
    ...{ finished: { now: 0, before: 0 }, certificates: { now: 0, before: 0 }, revenue: [] },
  });
  expect(figures.byDay.active.map(({ count }) => count)).toEqual([1, 1]);
  const longer = await findFigures(db, { days: 30, timeZone: "UTC", now });
  expect(longer).toMatchObject({ enrolled: { now: 1, before: 0 }, lessons: { now: 1, before: 0 } });
});

test("failed work of a kind is tried again or given up at once, each written down without what the job said", async () => {
  const { db, connections } = database;
  const kind = { name: "fails", payload: z.object({}) };
  const fail = () =>
    connections.query(
      `update graphile_worker._private_jobs j set attempts = max_attempts, last_error = 'amina@example.org'
       from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'fails'`,
    );
  await addJob(db, kind, {});
  await addJob(db, kind, {});
  await fail();
  expect(await findHealth(admin)).toContainEqual(
    expect.objectContaining({ part: "jobs", state: "broken", values: { count: 2, more: 0 } }),
  );
  await expect(retryFailedJobs(learner, { kind: "fails" })).rejects.toMatchObject({ status: 404 });
  expect(await retryFailedJobs(admin, { kind: "fails" })).toBe(2);
  expect((await findHealth(admin)).find(({ part }) => part === "jobs")?.says).not.toBe("dead");
  await fail();
  expect(await giveUpFailedJobs(admin, { which: { kind: "fails" }, reason: "Sent by hand" })).toBe(2);
  const { rows } = await connections.query("select id from graphile_worker.jobs where task_identifier = 'fails'");
  expect(rows).toEqual([]);
  const written = await db.auditEntry.findMany({ where: { subjectType: "job" }, orderBy: { id: "asc" } });
  expect(written).toMatchObject([
    { action: "job.retry", subjectId: "fails", before: { count: 2 } },
    { action: "job.giveUp", reason: "Sent by hand", before: { count: 2 } },
  ]);
  expect(JSON.stringify(written)).not.toContain("amina");
});

test("what earlier releases spelled otherwise is one kind with what is written now", async () => {
  const { db } = database;
  for (const subjectType of ["Attempt", "attempt"])
    await writePlainEntry(db, admin, { action: "answer.grade", subjectType, subjectId: crypto.randomUUID() });
  const found = await findAuditEntries(admin, { type: "attempt" });
  expect(found.entries.map(({ subjectType }) => subjectType)).toEqual(["attempt", "attempt"]);
  expect((await findAuditEntries(admin, { type: "Attempt" })).entries).toHaveLength(2);
  expect(found.choices.types.filter((type) => type.toLowerCase() === "attempt")).toEqual(["attempt"]);
});

test("an act upon another is not written down, and not done, where its reason says nothing", async () => {
  const entry = { action: "person.suspend", subjectType: "person", subjectId: learner.actor.id, reason: " " };
  await expect(writeAuditEntry(database.db, admin, entry)).rejects.toThrow("without a reason");
});
