import { readFileSync } from "node:fs";
import { createCourse, makeLessons } from "#tests/factories/course.ts";
import { longAgo, withAcademyDatabase } from "./academy-database.ts";
import { endOfLesson } from "./acts.ts";
import { expect, expectHeading, menuOf, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";

const ARABIC = "سلمى بنت إبراهيم";
const LATIN = "Salma bint Ibrahim";
/** Other titles than those of the sample courses, which other journeys look for in the same catalogue. */
const texts = {
  create: [
    { locale: "ar", title: "دورة تُتمّ سريعًا", summary: "دورة من درس واحد.", outcomes: [] },
    { locale: "en", title: "A course soon finished", summary: "A course of one lesson.", outcomes: [] },
  ],
};
const SERIAL = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/;

test("a newcomer finishes a course, is given its certificate in the names that she checked, and hides them from others", async ({
  page,
  browser,
  words,
  faults,
}) => {
  // A certificate is signed and set in type while she waits, which takes its time where much else is tested.
  test.setTimeout(120_000);
  const { course } = await withAcademyDatabase((db) =>
    createCourse(db, { lessons: makeLessons(1), texts, level: "advanced", publishedAt: longAgo }),
  );
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, course.slug);
  const panel = page.getByRole("region", { name: words("certificate:panel.title") });

  await test.step("before the end she checks how her names are written", async () => {
    faults.expect(/^400 POST \/learn\//);
    await open(page, `/learn/${course.slug}`);
    await expect(panel.getByText(words("certificate:panel.brings.automatic"))).toBeVisible();
    await menuOf(page, words("certificate:names.check")).click();
    await panel.getByLabel(words("certificate:names.arabic")).fill(ARABIC);
    await panel.getByLabel(words("certificate:names.latin")).fill("سلمى");
    await expect(panel.getByRole("figure")).toContainText(ARABIC);
    await panel.getByRole("button", { name: words("certificate:names.save") }).click();
    await expect(panel.getByText(words("form:notLatin"))).toBeVisible();
    await expect(panel.getByLabel(words("certificate:names.arabic"))).toHaveValue(ARABIC);
    await panel.getByLabel(words("certificate:names.latin")).fill(LATIN);
    await panel.getByRole("button", { name: words("certificate:names.save") }).click();
    await expect(page.getByText(words("certificate:names.saved"))).toBeVisible();
  });

  const pdf = await test.step("the certificate comes by itself, and she downloads it", async () => {
    await open(page, `/learn/${course.slug}/lesson-1`);
    await endOfLesson({ page, words }).finish.click();
    await page.getByRole("link", { name: words("progress:why.certificate") }).click();
    await expect(panel.getByText(words("certificate:panel.ready.title"))).toBeVisible({ timeout: 30_000 });
    const arriving = page.waitForEvent("download");
    await panel.getByRole("link", { name: words("certificate:acts.download") }).click();
    return arriving;
  });
  const bytes = readFileSync(await pdf.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);

  const [serial = ""] = SERIAL.exec(await panel.innerText()) ?? [];
  const others = await browser.newContext({ locale: "ar", baseURL: process.env.ACADEMY_ORIGIN });
  faults.watch(others);
  const guest = await others.newPage();
  await guest.goto(`/certificates/${serial}`);
  await expect(guest.getByRole("main")).toContainText(ARABIC);

  await test.step("she hides her names, and a guest sees them no longer", async () => {
    await open(page, "/account/certificates");
    await expectHeading(page, words("certificate:mine.title"));
    await menuOf(page, words("certificate:mine.more")).click();
    await page.getByRole("button", { name: words("certificate:mine.hide.hide") }).click();
    const asked = page.getByRole("alertdialog", { name: words("certificate:mine.hide.hideTitle") });
    await asked.getByRole("button", { name: words("certificate:mine.hide.hide") }).click();
    await expect(page.getByText(words("certificate:mine.hide.hiddenNow"))).toBeVisible();
  });
  await guest.reload();
  await expectHeading(guest, /./);
  await expect(guest.getByRole("main")).not.toContainText(ARABIC);
  await expect(guest.getByRole("main")).not.toContainText(LATIN);
  await others.close();
});
