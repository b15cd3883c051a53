import type { Page } from "@playwright/test";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

/** Of its own: a release takes all that stands in a course, also what another journey left half done. */
type Builder = { course: string; page: Page; words: Words; title: string; language: Locale };

async function addQuiz({ course, page, words, title }: Builder) {
  await open(page, `/teach/${course}`);
  const section = page.locator("details", { hasText: words("quiz-editor:add.title") }).first();
  await section.locator("summary").click();
  for (const locale of ["ar", "en"] as const) {
    const language = localeNames[locale];
    await section.getByLabel(words("quiz-editor:add.nameIn", { language })).fill(`${title} ${locale}`);
    await section.getByLabel(words("quiz-editor:add.summaryIn", { language })).fill(`${title}.`);
  }
  await section.getByRole("button", { name: words("quiz-editor:add.submit") }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/quiz"));
}

async function chooseQuestions({ page, words }: Builder) {
  await page.getByRole("button", { name: words("quiz-editor:plan.addQuestions") }).click();
  const picker = page.getByRole("region", { name: words("quiz-editor:picker.title") });
  const boxes = picker.getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  expect(await findBarriers(page)).toEqual([]);
  await picker.getByRole("button", { name: words("quiz-editor:picker.add", { count: 2 }) }).click();
  const plan = page.getByRole("region", { name: words("quiz-editor:plan.title") });
  await expect(plan.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: words("quiz-editor:plan.addPool") }).click();
  const pool = page.getByRole("region", { name: words("quiz-editor:plan.addPool") });
  await pool.getByLabel(words("quiz-editor:plan.count")).fill("2");
  await pool.getByRole("button", { name: words("quiz-editor:plan.addPool") }).click();
  await expect(plan.getByRole("listitem")).toHaveCount(3);
}

async function rearrange({ page, words }: Builder) {
  const plan = page.getByRole("region", { name: words("quiz-editor:plan.title") });
  const names = () => plan.getByRole("listitem").locator("bdi.font-semibold").allTextContents();
  const [first = "", second = ""] = await names();
  await plan.getByLabel(words("quiz-editor:plan.points"), { exact: true }).first().fill("2.5");
  await plan.getByRole("button", { name: first }).nth(1).press("Enter");
  expect((await names()).slice(0, 2)).toEqual([second, first]);
  await plan.getByRole("button", { name: second }).last().click();
  await expect(plan.getByRole("listitem")).toHaveCount(2);
  await plan.getByRole("button", { name: words("quiz-editor:plan.undo") }).click();
  expect((await names()).slice(0, 2)).toEqual([second, first]);
  await plan.getByRole("button", { name: words("quiz-editor:plan.save") }).click();
  await expect(plan.getByText(words("quiz-editor:plan.saved"))).toBeVisible();
}

async function setRules({ page, words }: Builder) {
  const rules = page.getByRole("region", { name: words("quiz-editor:rules.title") });
  const save = rules.getByRole("button", { name: words("quiz-editor:rules.save") });
  await rules.getByLabel(words("quiz-editor:rules.minutes")).fill("20");
  await rules.getByLabel(words("quiz-editor:rules.noGoingBack")).check();
  await save.click();
  await expect(rules.getByText(words("quiz:errors.noGoingBackNeedsOneAtATime"))).toBeVisible();
  await expect(rules.getByLabel(words("quiz-editor:rules.minutes"))).toHaveValue("20");
  await rules.getByLabel(words("quiz-editor:rules.noGoingBack")).uncheck();
  await save.click();
  await expect(page.getByText(words("quiz-editor:notice.rulesSaved"))).toBeVisible();
}

/** A link to another of the quiz's pages. */
const room = ({ page, words }: Builder, name: string) =>
  page
    .getByRole("navigation", { name: words("quiz-editor:nav.label") })
    .getByRole("link", { name: words(`quiz-editor:nav.${name}`) });

async function tryOut(builder: Builder) {
  const { page, words } = builder;
  await room(builder, "preview").click();
  await expect(page.getByRole("article")).toHaveCount(4);
  await page.getByRole("button", { name: words("quiz-editor:preview.check") }).click();
  await expect(page.getByRole("button", { name: words("quiz-editor:preview.again") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await room(builder, "print").click();
  await expect(page.getByRole("heading", { name: words("quiz-editor:print.key") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await room(builder, "accommodations").click();
  await expect(page.getByText(words("quiz-editor:accommodations.empty"))).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
}

async function release({ page, words }: Builder) {
  const panel = page.getByRole("region", { name: words("release:title") });
  await panel.getByRole("button", { name: words("release:release") }).click();
  const asked = page.getByRole("alertdialog", { name: words("release:confirm.title") });
  await asked.getByRole("button", { name: words("release:release") }).click();
  await expect(asked).toBeHidden({ timeout: 20_000 });
}

for (const language of ["ar", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test("an instructor adds a quiz, chooses questions and a pool, sets its rules, tries it out and releases it", async ({
      page,
      words,
      context,
      faults,
    }) => {
      test.setTimeout(180_000);
      // Rules that do not go together are refused first.
      faults.expect(/^400 POST .*\/quiz\.data/);
      await signInQuickly(context.request, samplePerson("instructor"));
      const course = await createDraftCourse({ questions: 4 });
      const builder = { course, page, words, language, title: `Stones ${Date.now()}` };
      await addQuiz(builder);
      await expectHeading(page, `${builder.title} ${language}`);
      await expect(page.getByText(words("quiz-editor:standing.never"))).toBeVisible();
      await chooseQuestions(builder);
      await rearrange(builder);
      await setRules(builder);
      await tryOut(builder);
      await room(builder, "quiz").click();
      await release(builder);
      await expect(page.getByText(words("quiz-editor:standing.pinned"))).toBeVisible();
    });
  });
}
