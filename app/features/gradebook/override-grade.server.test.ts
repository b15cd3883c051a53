import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createGradedCourse, createGradedLearner } from "#tests/factories/gradebook.ts";
import { createTeacher } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findLessonGrade } from "./find-lesson-grade.server.ts";
import { overrideGrade, removeOverride } from "./override-grade.server.ts";

const database = openTestDatabase();

async function scene() {
  const { db } = database;
  const made = await createGradedCourse(db);
  const { course, first, second } = made;
  const learner = await createGradedLearner(db, { course, shares: { [first.id]: 4_000 }, waiting: [first.id] });
  const at = (lesson: string) => ({ course: course.slug, enrolment: learner.enrolmentId, lesson });
  return { ...made, ...learner, at, first: at(first.id), second: at(second.id) };
}

const reason = "Sat the paper in hospital";

it("stands in place of what waits and of what was never sat, with who gave it, when and why", async () => {
  const { owner, first, second } = await scene();
  await overrideGrade(owner, { ...first, share: 8_000, reason });
  await overrideGrade(owner, { ...second, share: 4_000, reason });
  const found = await findLessonGrade(owner, first);
  expect(found).toMatchObject({
    grade: 5_000,
    earned: { share: 4_000, waiting: true, attempts: 1 },
    given: { share: 8_000, reason, givenAt: owner.clock.now(), givenBy: { name: owner.actor.name } },
    acts: [{ by: owner.actor.name, reason, share: 8_000 }],
  });
  expect((await findLessonGrade(owner, second)).earned).toBeNull();
});

it("is changed and taken away again, each an act in the audit log with its reason", async () => {
  const { db } = database;
  const { owner, first, enrolmentId } = await scene();
  await overrideGrade(owner, { ...first, share: 8_000, reason });
  await overrideGrade(owner, { ...first, share: 8_000, reason });
  await overrideGrade(owner, { ...first, share: 0, reason: "Copied" });
  await removeOverride(owner, { ...first, reason: "Heard her again" });
  const { acts, given, grade } = await findLessonGrade(owner, first);
  expect({ given, grade }).toEqual({ given: null, grade: "waiting" });
  expect(acts.map(({ share, reason: why }) => [share, why])).toEqual([
    [null, "Heard her again"],
    [0, "Copied"],
    [8_000, reason],
  ]);
  const entries = await db.auditEntry.findMany({ where: { subjectId: enrolmentId }, orderBy: { id: "asc" } });
  expect(entries).toMatchObject([
    { action: "gradeOverride.give", actorId: owner.actor.id, subjectType: "enrolment", before: null },
    { action: "gradeOverride.give", before: { share: 8_000 }, after: { share: 0 } },
    { action: "gradeOverride.remove", before: { share: 0 }, after: null },
  ]);
  await expect(removeOverride(owner, { ...first, reason })).rejects.toMatchObject({ status: 404 });
});

it("is not there for an assistant, another course's teacher, a lesson that is not graded, or somebody else's learner", async () => {
  const { db } = database;
  const { owner, course, first, at, text } = await scene();
  const given = { share: 1_000, reason };
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  const other = await scene();
  const refused = [
    [assistant, first],
    [other.owner, first],
    [owner, at(text.id)],
    [owner, at(randomUUID())],
    [owner, { ...other.first, course: course.slug }],
  ] as const;
  for (const [ctx, address] of refused)
    await expect(overrideGrade(ctx, { ...address, ...given })).rejects.toMatchObject({ status: 404 });
  expect(await db.gradeOverride.count({ where: { reason, share: 1_000 } })).toBe(0);
});

it("lets the certificates that waited for the grade be thought of again, and asks for none otherwise", async () => {
  const { connections } = database;
  const { owner, first, second, enrolmentId } = await scene();
  const asked = async () => {
    const { rows } = await connections.query(
      `SELECT count(*)::int AS "count" FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t
        ON t.id = j.task_id WHERE t.identifier = 'awardCertificates' AND j.payload ->> 'enrolmentId' = $1`,
      [enrolmentId],
    );
    return rows[0].count;
  };
  await overrideGrade(owner, { ...second, share: 4_000, reason });
  expect(await asked()).toBe(0);
  await overrideGrade(owner, { ...first, share: 8_000, reason });
  expect(await asked()).toBe(1);
});

it("lets two who give one grade at the same moment both do so, one after the other", async () => {
  const { owner, first } = await scene();
  const shares = [1_000, 2_000, 3_000, 4_000, 5_000];
  await Promise.all(shares.map((share) => overrideGrade(owner, { ...first, share, reason: `${share}` })));
  const { acts, given } = await findLessonGrade(owner, first);
  expect(acts).toHaveLength(5);
  expect(shares).toContain(given?.share);
});
