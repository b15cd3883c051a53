import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import { createQuizCourse } from "./quiz-scene.ts";
import type { Words } from "./words.ts";

const REASON = "امتحنت شفهيًا (oral) في 21/11.";
const IMPORT_REASON = "Graded in the seminar";

type Room = { teacher: Page; words: Words; course: string };

async function expectNoBarriers(page: Page) {
  expect(await findBarriers(page)).toEqual([]);
}

async function openTeacher(browser: Browser, locale: string): Promise<Page> {
  const extraHTTPHeaders = { "Accept-Language": locale };
  const context = await browser.newContext({ locale, extraHTTPHeaders, baseURL: process.env.ACADEMY_ORIGIN });
  const page = await context.newPage();
  await signInQuickly(page.request, samplePerson("admin"));
  return page;
}

/** The line of the learner who sat nothing: her grade is the one without a number. */
async function overrideByPress({ teacher, words, course }: Room) {
  await open(teacher, `/teach/${course}/grades`);
  await expectNoBarriers(teacher);
  await teacher
    .getByRole("table")
    .getByRole("link", { name: words("gradebook:table.none") })
    .click();
  await expectNoBarriers(teacher);
  const give = teacher.getByRole("button", { name: words("gradebook:override.give") });
  await teacher.getByLabel(words("gradebook:override.percent")).fill("101");
  await teacher.getByLabel(words("gradebook:override.reason"), { exact: true }).fill(REASON);
  await give.click();
  await expect(teacher.getByText(words("gradebook:errors.percent"))).toBeVisible();
  await expect(teacher.getByLabel(words("gradebook:override.reason"), { exact: true })).toHaveValue(REASON);
  await teacher.getByLabel(words("gradebook:override.percent")).fill("٩١٫٥");
  await give.click();
  await expect(teacher.getByText(words("gradebook:notice.given"))).toBeVisible();
  await expect(teacher.getByRole("listitem").filter({ hasText: REASON })).toBeVisible();
}

async function changeBySpreadsheet({ teacher, words, course }: Room) {
  await open(teacher, `/teach/${course}/grades`);
  const coming = teacher.waitForEvent("download");
  await teacher.getByRole("link", { name: words("gradebook:export") }).click();
  const file = await (await coming).path();
  const table = await readFile(file, "utf8");
  expect(table).toContain(",91.5,91.5\r\n");
  // As Excel keeps it where the comma stands before decimals.
  const changed = table.replace(",91.5,91.5", ",95.25,").replaceAll(",", ";").replace("95.25", "95,25");
  await teacher.getByRole("link", { name: words("gradebook:import.title") }).click();
  await teacher.getByLabel(words("gradebook:import.choose")).setInputFiles({
    ...{ name: "grades.csv", mimeType: "text/csv" },
    buffer: Buffer.from(changed),
  });
  await teacher.getByRole("button", { name: words("gradebook:import.look") }).click();
  await expect(teacher.getByRole("table", { name: words("gradebook:look.changes") }).getByRole("row")).toHaveCount(2);
  await expectNoBarriers(teacher);
  await teacher.getByLabel(words("gradebook:look.reason")).fill(IMPORT_REASON);
  await teacher.getByRole("button", { name: words("gradebook:look.take", { count: 1 }) }).click();
  await expect(teacher.getByText(words("gradebook:notice.imported", { count: 1 }))).toBeVisible();
}

for (const locale of ["ar", "en"])
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a grade is given with a reason, changed in a spreadsheet, and its learner reads both", async ({
      page,
      browser,
      words,
      faults,
    }) => {
      faults.expect(/^400 POST .*\/grades\//);
      const quiz = await createQuizCourse();
      await withAcademyDatabase((db) =>
        sitQuiz(db, { quiz: { course: { slug: quiz.slug }, lessonId: quiz.lessonId }, answers: [{ choice: "right" }] }),
      );
      await becomeLearnerQuickly(page.request);
      await enrolQuickly(page.request, quiz.slug);
      const teacher = await openTeacher(browser, locale);
      faults.watch(teacher.context());
      const room = { teacher, words, course: quiz.slug };
      await overrideByPress(room);
      await open(page, `/learn/${quiz.slug}`);
      await expect(page.getByText(REASON)).toBeVisible();
      await expectNoBarriers(page);
      await changeBySpreadsheet(room);
      await open(page, quiz.path);
      await expect(page.getByText(IMPORT_REASON)).toBeVisible();
      await expectNoBarriers(page);
      await teacher.context().close();
    });
  });

test("on a phone the names stay in sight while the lessons scroll", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signInQuickly(page.request, samplePerson("instructor"));
  await open(page, "/teach/jerusalem-through-the-ages/grades");
  const sides = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(sides[0]).toBeLessThanOrEqual(sides[1] ?? 0);
  await expectNoBarriers(page);
});
