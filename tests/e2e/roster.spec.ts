import { readFileSync } from "node:fs";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { longAgo, withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, findInMail, samplePerson, signInQuickly } from "./people.ts";

const titles = { ar: "دورة لها متعلّمون", en: "A course with learners" };
const DAY = 86_400_000;

/** A course out of the catalogue, taught by the sample instructor, with three learners of whom one is `email`. */
async function createTaughtCourse(email: string) {
  return withAcademyDatabase(async (db) => {
    const texts = (["ar", "en"] as const).map((locale) => ({
      ...{ locale, title: titles[locale], summary: "", outcomes: [] },
    }));
    const { course, release } = await createCourse(db, {
      level: "advanced",
      publishedAt: longAgo,
      texts: { create: texts },
    });
    const { id: instructorId } = await db.instructor.findFirstOrThrow({
      where: { user: { email: { startsWith: "instructor@" } } },
    });
    await db.courseInstructor.create({ data: { courseId: course.id, instructorId, role: "owner" } });
    for (const [index, name] of ["آمنة الأنصاري", "Bashir Haddad"].entries()) {
      const { person, enrolmentId } = await createEnrolment(db, { course });
      await db.user.update({ where: { id: person.id }, data: { name } });
      const lastSeenAt = new Date(Date.now() - (index * 20 + 1) * DAY);
      await db.enrolment.update({ where: { id: enrolmentId }, data: { lastSeenAt, enrolledAt: new Date(0) } });
    }
    const { id: userId } = await db.user.findUniqueOrThrow({ where: { email } });
    await db.enrolment.create({ data: { userId, courseId: course.id, releaseId: release.id, required: 3 } });
    await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
    return course.slug;
  });
}

test.describe("the learners of a course", () => {
  test.use({ locale: "en" });

  test("are found, kept in a file and written to, and find the message in their mail and on their page", async ({
    page,
    words,
    browser,
    faults,
  }) => {
    faults.expect(/^400 POST \/teach\//);
    const other = await browser.newContext();
    const learner = await becomeLearnerQuickly(other.request);
    const course = await createTaughtCourse(learner.email);
    await signInQuickly(page.request, samplePerson("instructor"));
    await open(page, `/teach/${course}`);
    await page.getByRole("link", { name: words("roster:overview.all") }).click();
    await expectHeading(page, words("roster:title"));
    expect(await findBarriers(page)).toEqual([]);

    const table = page.getByRole("table");
    const search = page.getByLabel(words("roster:search"));
    await search.fill("امنه انصاري");
    await page.getByRole("button", { name: words("roster:show") }).click();
    await expect(table.getByRole("rowheader")).toHaveText([/آمنة الأنصاري/]);
    await page.getByRole("link", { name: words("roster:clear") }).click();
    await expect(table.getByRole("rowheader")).toHaveCount(3);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("link", { name: words("roster:state.unseen", { count: 14 }) }).click();
    await expect(table.getByRole("rowheader")).toHaveText([/Bashir Haddad/]);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: words("roster:csv.download") }).click();
    const file = readFileSync(await (await download).path(), "utf8");
    expect(file).toContain('"Bashir Haddad"');
    expect(file).not.toContain("آمنة");

    const nobody = page.getByText(words("roster:nobody.title"));
    await search.fill("zzz");
    await page.getByRole("button", { name: words("roster:show") }).click();
    await expect(nobody).toBeVisible();

    await open(page, `/teach/${course}/learners`);
    await page.getByRole("link", { name: words("roster:write.found") }).click();
    await expectHeading(page, words("course-message:write"));
    const [subject, body] = ["subject", "body"].map((name) => page.getByLabel(words(`course-message:form.${name}`)));
    if (!subject || !body) throw new Error("The form has other fields");
    const preview = page.getByRole("button", { name: words("course-message:form.preview") });
    await subject.fill("x".repeat(151));
    await body.fill("We meet at the gate.\n\nنلتقي عند الباب.");
    await preview.click();
    await expect(subject).toHaveAttribute("aria-invalid", "true");
    await expect(body).toHaveValue("We meet at the gate.\n\nنلتقي عند الباب.");
    await subject.fill("Saturday’s walk");
    await preview.click();
    await expectHeading(page, words("course-message:preview.title"));
    await expect(page.getByText(words("course-message:preview.recipients", { count: 3 })).first()).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: words("course-message:preview.change") }).click();
    await expect(subject).toHaveValue("Saturday’s walk");
    await preview.click();
    await page.getByRole("button", { name: words("course-message:preview.send", { count: 3 }) }).click();
    await expect(page.getByText(words("course-message:notice.sent"))).toBeVisible();
    await expectHeading(page, words("course-message:one"));
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(words("course-message:mails.delivered"))).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    expect(await findBarriers(page)).toEqual([]);
    await page
      .getByRole("navigation", { name: words("ui:breadcrumbs") })
      .getByRole("link", { name: words("course-message:title") })
      .click();
    await expect(table.getByRole("rowheader")).toHaveText(["Saturday’s walk"]);

    const found = await findInMail(other.request, { to: learner.email, pattern: /(We meet at the gate\.)/ });
    expect(found).toBe("We meet at the gate.");
    const theirs = await other.newPage();
    faults.watch(other);
    await open(theirs, `/en/learn/${course}`);
    await expect(theirs.getByRole("heading", { name: words("learn:messages.title") })).toBeVisible();
    await expect(theirs.getByText("نلتقي عند الباب.")).toBeVisible();
    expect(await findBarriers(theirs)).toEqual([]);
    await other.close();
  });
});
