import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { askForReport } from "#tests/factories/report.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { reportParts } from "../report-parts.ts";
import { writeReportCsv } from "./write-report-csv.server.ts";

const database = openTestDatabase();

const linesOf = (csv: string) => csv.slice(1).trimEnd().split("\r\n");

test("each part is a table in the reader's language, as wide in each line as its head", async () => {
  const made = await createQuiz(database.db, { questions: 2 });
  const names = { ar: "=cmd", en: "=cmd" };
  const cohort = await createCohort(database.db, { courseId: made.course.id, names });
  const learner = await createEnrolment(database.db, { course: made.course, cohortId: cohort.id });
  await database.db.cohort.update({ where: { id: cohort.id }, data: { startsAt: new Date(0) } });
  await sitQuiz(database.db, { quiz: made, answers: [{ choice: "right" }], learner });
  const { enrolmentId: id } = learner;
  await database.db.enrolment.update({ where: { id }, data: { completedAt: new Date() } });
  const { ctx, course } = await askForReport(database.db, { made });
  for (const part of reportParts) {
    const [head = "", ...lines] = linesOf(await writeReportCsv({ ...ctx, locale: "en" }, { course, part }));
    const columns = head.split(",").length;
    expect(head).not.toContain("csv.");
    for (const line of lines) expect(line.split(","), part).toHaveLength(columns);
  }
  const enrolments = await writeReportCsv({ ...ctx, locale: "ar" }, { course, part: "enrolments" });
  expect(linesOf(enrolments)[0]).toBe('"من","إلى","الدفعة","سجّلوا"');
  expect(enrolments, "what a spreadsheet would take for a formula").toContain(`"'=cmd",1`);
  const grades = linesOf(await writeReportCsv({ ...ctx, locale: "en" }, { course, part: "grades" }));
  expect(grades[1]).toMatch(/^"The whole course",1,0,50,50,50,50,0,0,0,0,0,1,/);
});

test("a course without learners has tables without lines, but for the course itself", async () => {
  const made = await createQuiz(database.db);
  const { ctx, course } = await askForReport(database.db, { made });
  for (const part of reportParts) {
    const lines = linesOf(await writeReportCsv({ ...ctx, locale: "en" }, { course, part })).slice(1);
    expect(lines, part).toHaveLength(part === "lessons" ? 3 : Number(part === "grades"));
  }
});
