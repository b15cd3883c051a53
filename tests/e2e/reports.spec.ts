import { reportParts, reportPath } from "#app/features/report/report-parts.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { longAgo, withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";

/** Of its three learners two opened the first lesson, and one of them completed the course. */
async function createLearntCourse() {
  return withAcademyDatabase(async (db) => {
    const texts = [
      { locale: "ar", title: "دورة لها تقارير", summary: "للتجربة.", outcomes: [] },
      { locale: "en", title: "A course with reports", summary: "To try.", outcomes: [] },
    ];
    const { course, lessons } = await createCourse(db, {
      texts: { create: texts },
      level: "advanced",
      publishedAt: longAgo,
    });
    const ids = lessons.map(({ id }) => id);
    for (const [way, done] of [
      [ids, ids],
      [ids.slice(0, 1), []],
      [[], []],
    ] as const) {
      const { enrolmentId: id } = await createEnrolment(db, { course });
      for (const lastLessonId of way)
        await db.enrolment.update({ where: { id }, data: { lastLessonId, lastSeenAt: new Date() } });
      for (const lessonId of done)
        await db.completion.create({ data: { enrolmentId: id, lessonId, cause: "acknowledged" } });
      const enrolledAt = new Date(Date.now() - 5 * 86_400_000);
      const completedAt = done.length > 0 ? new Date() : null;
      await db.enrolment.update({ where: { id }, data: { enrolledAt, completedAt, required: ids.length } });
    }
    return course.slug;
  });
}

test("who teaches sees who came, where they stop and who finished, and takes it away as a table", async ({
  page,
  words,
  context,
}) => {
  await signInQuickly(context.request, samplePerson("admin"));
  const course = await createLearntCourse();
  await open(page, `/teach/${course}`);

  await test.step("the room of reports is found from the course, and says how many came", async () => {
    await page.getByRole("link", { name: words("teach:rooms.reports"), exact: true }).click();
    await expectHeading(page, words("report:title"));
    await expect(page.getByRole("img", { name: words("report:enrolments.newPlot") })).toBeVisible();
    await expect(page.locator("dl div").filter({ hasText: words("report:enrolments.enrolled") })).toContainText("٣");
  });

  await test.step("a period that ends before it begins is told beside its field, and nothing typed is lost", async () => {
    await page.getByLabel(words("report:filter.from"), { exact: true }).fill("2026-05-02");
    await page.getByLabel(words("report:filter.until"), { exact: true }).fill("2026-05-01");
    await page.getByRole("button", { name: words("report:filter.show") }).click();
    await expect(page.getByText(words("report:errors.endsFirst"))).toBeVisible();
    await expect(page.getByLabel(words("report:filter.from"), { exact: true })).toHaveValue("2026-05-02");
    await page.getByLabel(words("report:filter.until"), { exact: true }).fill("2026-05-03");
    await page.getByRole("button", { name: words("report:filter.show") }).click();
    await expect(page.getByText(words("report:empty.enrolments.title"))).toBeVisible();
    await page.getByRole("link", { name: words("report:filter.all") }).click();
    await expect(page.getByRole("img", { name: words("report:enrolments.inAllPlot") })).toBeVisible();
  });

  await test.step("lesson by lesson it is said in words where they are lost", async () => {
    await page.getByRole("link", { name: words("report:parts.lessons"), exact: true }).click();
    await expect(page.getByText(/لا يفتح الدرس الأول.*الدرس 1.*٦٦/)).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: words("report:csv.download") }).click();
    expect((await download).suggestedFilename()).toBe(`${course}-lessons.csv`);
    const csv = await (await context.request.get(`/teach/${course}/reports/lessons.csv`)).text();
    expect(csv.split("\r\n")[1]).toBe('1,"الدرس 1","نعم",3,2,1,0,0,1');
  });

  await test.step("no part has a barrier, in the light or the dark", async () => {
    for (const [place, part] of reportParts.entries()) {
      await page.emulateMedia({ colorScheme: place % 2 === 0 ? "dark" : "light" });
      await open(page, reportPath(course, part));
      expect(await findBarriers(page), part).toEqual([]);
    }
  });
});
