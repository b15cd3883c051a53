import { endOfLesson, expectProgress } from "./acts.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { sampleCourse } from "./sample-academy.ts";

const { slug, lessons, required, lessonTitle } = sampleCourse("jerusalem-through-the-ages");
const [first = "", second = ""] = lessons;
const lineIsDead = /^net::ERR_INTERNET_DISCONNECTED POST \/resources\/(completions|places)/;

test.beforeEach(async ({ page, faults }) => {
  faults.expect(lineIsDead);
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, slug);
  await open(page, `/learn/${slug}/${first}`);
});

test("a lesson finished on a dead line is kept, and is with the server once the line is back", async ({
  page,
  words,
}) => {
  const end = endOfLesson({ page, words });
  await page.context().setOffline(true);
  await end.finish.click();
  await expect(end.onDevice).toBeVisible();
  await page.context().setOffline(false);
  await expect(end.done).toBeVisible();
  await page.reload();
  await expect(end.done).toBeVisible();
  await expectProgress({ page, words }, { language: "ar", share: 1 / required });
});

test("a lesson finished on a dead line is sent when the learner comes back another time", async ({ page, words }) => {
  const end = endOfLesson({ page, words });
  await page.context().setOffline(true);
  await end.finish.click();
  await expect(end.onDevice).toBeVisible();
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await open(later, `/learn/${slug}/${second}`);
  await expectHeading(later, lessonTitle(second, "ar"));
  await expectProgress({ page: later, words }, { language: "ar", share: 1 / required });
});
