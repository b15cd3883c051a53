import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { sampleCourse } from "./sample-academy.ts";

const { slug, title, lessons, lessonTitle } = sampleCourse("jerusalem-through-the-ages");
const [, second = ""] = lessons;

test("who leaves in the middle of a lesson is led back to the same place in it by one press", async ({
  page,
  words,
}) => {
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, slug);
  await open(page, `/learn/${slug}/${second}`);
  const place = () =>
    page.evaluate(() => window.scrollY / (document.documentElement.scrollHeight - window.innerHeight));
  const told = page.waitForResponse(/\/resources\/places$/);
  await page.evaluate(() => window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) / 2));
  await expect.poll(place).toBeCloseTo(0.5, 1);
  await told;
  await page.goto("/learn");
  const mine = page.getByRole("article", { name: title.ar });
  await mine.getByRole("link", { name: words("learn:goOn.resume") }).click();
  await expectHeading(page, lessonTitle(second, "ar"));
  await expect.poll(place).toBeCloseTo(0.5, 1);
});
