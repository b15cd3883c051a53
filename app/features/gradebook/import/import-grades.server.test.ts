import { expect, it } from "vitest";
import { createGradedCourse, createGradedLearner } from "#tests/factories/gradebook.ts";
import { createTeacher } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findGradebook } from "../find-gradebook.server.ts";
import { streamGrades } from "../stream-grades.server.ts";
import { lookAtGrades } from "./look-at-grades.server.ts";
import { packedChangesSchema } from "./packed-changes.ts";
import { takeGrades } from "./take-grades.server.ts";

const database = openTestDatabase();
const reason = "Graded in the seminar";

async function scene() {
  const { db } = database;
  const made = await createGradedCourse(db);
  const { course, first, second, owner } = made;
  const amina = await createGradedLearner(db, {
    ...{ course, name: '=HYPERLINK("x")', shares: { [first.id]: 8_750, [second.id]: 10 } },
  });
  const email = `+budur-${amina.enrolmentId}@example.org`;
  const budur = await createGradedLearner(db, { course, name: 'بدور؛ "أم", علي', email });
  const address = { course: course.slug };
  const word = (column: string) => ({ enrolment: "التسجيل", email: "البريد الإلكتروني" })[column] ?? column;
  const download = async () => new Response(await streamGrades(owner, { ...address, choice: {}, word })).text();
  const look = (text: string) => lookAtGrades(owner, { ...address, bytes: new TextEncoder().encode(text) });
  const take = async (packed: string) =>
    takeGrades(owner, { ...address, reason, changes: packedChangesSchema.parse(packed) });
  return { ...made, amina, budur, address, download, look, take };
}

it("takes back what it gave out: nothing changes, whatever stands in the names", async () => {
  const { download, look, amina, budur, first } = await scene();
  const text = await download();
  expect(text).toContain('"الدرس 1 [first-quiz]"');
  expect(text).toContain(`"${amina.enrolmentId}","'=HYPERLINK(""x"")"`);
  expect(text).toContain(`"'${budur.person.email}"`);
  expect(text).toContain(",87.5,0.1,");
  const seen = await look(text);
  expect(seen).toMatchObject({ changeCount: 0, refusedCount: 0, unchanged: 2, unknown: [] });
  expect(seen.titles[first.id]).toMatchObject({ ar: "الدرس 1" });
});

it("gives what was changed in the file, as one act with one reason, and changes nothing a second time", async () => {
  const { db } = database;
  const { course, download, look, take, budur, second, owner } = await scene();
  const changed = (await download()).replace(",87.5,0.1,", ",90,0.1,").replace(/,,,\r\n/, ",,٤٥٫٢٥,\r\n");
  const { packed, ...seen } = await look(changed);
  expect(seen.changes).toMatchObject([
    { from: 8_750, to: 9_000 },
    { enrolmentId: budur.enrolmentId, lessonId: second.id, from: null, to: 4_525 },
  ]);
  expect(await take(packed)).toEqual({ changed: 2 });
  expect(await take(packed)).toEqual({ changed: 0 });
  expect(await look(changed)).toMatchObject({ changeCount: 0, unchanged: 3 });
  const where = { subjectId: course.id, action: "gradeOverride.import" };
  const [entry, ...others] = await db.auditEntry.findMany({ where });
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    reason,
    actorId: owner.actor.id,
    after: { grades: [{ share: 9_000 }, { share: 4_525 }] },
  });
  const { rows } = await findGradebook(owner, { course: course.slug, choice: {} });
  expect(rows.map(({ lessons }) => lessons.map(({ share, overridden }) => [share, overridden]))).toEqual([
    [
      [9_000, true],
      [10, false],
    ],
    [
      [null, false],
      [4_525, true],
    ],
  ]);
});

it("changes nothing where a grade is no more what it was at the look", async () => {
  const { db } = database;
  const { download, look, take, amina, first } = await scene();
  const { packed } = await look((await download()).replace(",87.5,", ",90,"));
  const whose = { enrolmentId: amina.enrolmentId, lessonId: first.id };
  await db.quizStanding.update({ where: { enrolmentId_lessonId: whose }, data: { share: 9_500 } });
  await expect(take(packed)).rejects.toMatchObject({ code: "changedMeanwhile", status: 409 });
  expect(await db.gradeOverride.count({ where: whose })).toBe(0);
});

it("does not tell whether somebody of another course exists, and changes nothing of hers", async () => {
  const { download, look, take, budur } = await scene();
  const other = await scene();
  const mixed = `${await download()}"${other.budur.enrolmentId}",,"${other.budur.person.email}",,50,,\r\n`;
  expect(await look(mixed)).toMatchObject({ changeCount: 0, refused: [{ reason: "noLearner" }] });
  await expect(look(await other.download())).rejects.toMatchObject({ code: "noLearners" });
  const { packed } = await other.look((await other.download()).replace(/,,,\r\n/, ",50,,\r\n"));
  expect(packed).toContain(other.budur.enrolmentId);
  await expect(take(packed)).rejects.toMatchObject({ status: 404 });
  await expect(take(packed.replace(other.budur.enrolmentId, budur.enrolmentId))).rejects.toMatchObject({ status: 404 });
});

it("refuses a file without lessons of the course, and packed changes that nobody packed", async () => {
  const { look } = await scene();
  await expect(look("E-mail,old-quiz\na@x.org,5")).rejects.toMatchObject({ code: "noLessons" });
  const id = "0199a2a0-0000-7000-8000-000000000000";
  const rows = (...changes: unknown[]) => JSON.stringify({ lessons: [id], rows: [[id, changes]] });
  for (const wrong of ["", "{}", rows([0, null, 10_001]), rows([1, null, 5]), rows([0, null, 5], [0, null, 6])])
    expect(packedChangesSchema.safeParse(wrong).success, wrong).toBe(false);
  expect(packedChangesSchema.safeParse(rows([0, null, 5])).success).toBe(true);
});

it("is not there for an assistant", async () => {
  const { course, address } = await scene();
  const assistant = await createTeacher(database.db, { courseId: course.id, role: "assistant" });
  const bytes = new TextEncoder().encode("E-mail,first-quiz");
  await expect(lookAtGrades(assistant, { ...address, bytes })).rejects.toMatchObject({ status: 404 });
  await expect(takeGrades(assistant, { ...address, changes: [], reason })).rejects.toMatchObject({ status: 404 });
});
