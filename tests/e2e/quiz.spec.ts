import type { Page } from "@playwright/test";
import { findBarriers } from "./barriers.ts";
import { crash } from "./crash.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { choices, createQuizCourse, endTime, everyType, savedAnswers, stateOfAttempt } from "./quiz-scene.ts";
import type { Words } from "./words.ts";

type Quiz = Parameters<typeof createQuizCourse>[0];

async function enrolInQuiz(page: Page, input?: Quiz) {
  const quiz = await createQuizCourse(input);
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, quiz.slug);
  return quiz;
}

/** What a learner does on the pages of a quiz, by its words. */
function learner(page: Page, words: Words, all = 3) {
  const question = (number: number) =>
    page.getByRole("region", { name: words("sitting:sit.questionOf", { number, all }), exact: true });
  return {
    question,
    begin: async (path: string) => {
      await open(page, path);
      await page.getByRole("button", { name: words("attempt:begin.begin") }).click();
      await page.waitForURL(/\/attempts\//);
      await expect(
        question(1)
          .or(page.getByRole("heading", { level: 3 }).first())
          .first(),
      ).toBeVisible();
    },
    choose: (number: number, choice: string) =>
      question(number)
        .getByRole("radio", { name: new RegExp(choice) })
        .check(),
    expectMark: (number: number, state: "saved" | "waiting") =>
      expect(question(number).getByText(words(`sitting:sit.state.${state}`))).toBeVisible(),
    handIn: async () => {
      await page
        .getByRole("main")
        .getByRole("button", { name: words("sitting:submit.button") })
        .click();
      return page.getByRole("alertdialog");
    },
    confirm: () =>
      page
        .getByRole("alertdialog")
        .getByRole("button", { name: words("sitting:submit.confirm") })
        .click(),
    result: page.getByText(words("sitting:review.passed")),
  };
}

test("answers are saved as they are given; what a dead line and a killed tab held back is sent when she is back", async ({
  page,
  context,
  words,
  faults,
}) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED GET .*attempt-review/);
  const { path, lessonId } = await enrolInQuiz(page);
  const first = learner(page, words);
  await first.begin(path);
  await first.choose(1, "right");
  await first.expectMark(1, "saved");
  expect(await savedAnswers(lessonId)).toEqual({ 1: { choice: "right" } });

  await context.setOffline(true);
  await first.choose(2, "right");
  await expect(page.getByText(words("sitting:line.down"))).toBeVisible();
  await first.expectMark(2, "waiting");
  await first.handIn();
  await first.confirm();
  await expect(page.getByRole("alert").getByText(words("sitting:submit.failed"))).toBeVisible();
  const address = page.url();
  await crash(page);

  await context.setOffline(false);
  const again = await context.newPage();
  await open(again, address);
  const second = learner(again, words);
  await expect(second.question(2).getByRole("radio", { name: /right/ })).toBeChecked();
  await second.expectMark(2, "saved");
  await expect.poll(() => savedAnswers(lessonId)).toEqual({ 1: { choice: "right" }, 2: { choice: "right" } });
  const dialog = await second.handIn();
  await expect(dialog.getByText(words("sitting:submit.unanswered", { count: 1 }))).toBeVisible();
  // The code that shows a result is held back as well: the page stands, and has it once the line lets it through.
  let heldBack = 0;
  await context.route(/attempt-review-.*\.js$/, (route) => {
    heldBack += 1;
    return route.abort();
  });
  await second.confirm();
  await expect.poll(() => heldBack).toBeGreaterThan(0);
  await context.unroute(/attempt-review-.*\.js$/);
  await expect(second.result).toBeVisible();
  await open(again, path);
  await expect(again.getByText(words("progress:why.finished"))).toBeVisible();
});

test("two tabs are one attempt: an answer in one stands in the other, and handing in ends both", async ({
  page,
  context,
  words,
}) => {
  const { path } = await enrolInQuiz(page);
  const here = learner(page, words);
  await here.begin(path);
  const other = await context.newPage();
  await open(other, path);
  await other.getByRole("link", { name: words("attempt:begin.goOn") }).click();
  await other.waitForURL(page.url());
  const there = learner(other, words);
  await here.choose(1, "wrong");
  await expect(there.question(1).getByRole("radio", { name: /wrong/ })).toBeChecked();
  for (const number of [1, 2, 3]) await there.choose(number, "right");
  await there.expectMark(3, "saved");
  await expect(here.question(1).getByRole("radio", { name: /right/ })).toBeChecked();
  await there.handIn();
  await there.confirm();
  await expect(there.result).toBeVisible();
  await page.bringToFront();
  await here.choose(2, "wrong").catch(() => undefined);
  await expect(here.result).toBeVisible();
});

test("a quiz is sat by the keyboard alone, one question at a time", async ({ page, words }) => {
  const { path, lessonId } = await enrolInQuiz(page, { questions: choices(2), rules: { oneAtATime: true } });
  await open(page, path);
  await page.getByRole("button", { name: words("attempt:begin.begin") }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/attempts\//);
  const { question, result } = learner(page, words, 2);
  const tabTo = async (name: string | RegExp, role: "radio" | "button") => {
    const target = page.getByRole("main").getByRole(role, { name }).first();
    for (let i = 0; i < 40 && !(await target.evaluate((node) => node === document.activeElement)); i += 1)
      await page.keyboard.press("Tab");
    await expect(target).toBeFocused();
  };
  await expect(question(1)).toBeVisible();
  await tabTo(/right/, "radio");
  await page.keyboard.press("Space");
  await tabTo(words("sitting:step.next"), "button");
  await page.keyboard.press("Enter");
  await expect(question(2).getByRole("heading")).toBeFocused();
  await tabTo(/right/, "radio");
  await page.keyboard.press("Space");
  await expect.poll(async () => Object.keys(await savedAnswers(lessonId))).toHaveLength(2);
  await tabTo(words("sitting:submit.button"), "button");
  await page.keyboard.press("Enter");
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: words("sitting:submit.confirm") });
  await expect(page.getByRole("alertdialog").getByText(words("sitting:submit.allAnswered"))).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(confirm).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(result).toBeVisible();
  await expect(page.locator("#main")).toBeFocused();
});

test("without going back a page holds the question that was reached, and no other", async ({ page, words, faults }) => {
  faults.expect(/^422 POST /);
  const rules = { oneAtATime: true, noGoingBack: true, password: "olive-tree" };
  const { path } = await enrolInQuiz(page, { questions: choices(2), rules });
  await open(page, path);
  const begin = page.getByRole("button", { name: words("attempt:begin.begin") });
  await page.getByLabel(words("attempt:begin.password")).fill("fig-tree");
  await begin.click();
  await expect(page.getByText(words("attempt:errors.wrongPassword"))).toBeVisible();
  await page.getByLabel(words("attempt:begin.password")).fill("olive-tree");
  await begin.click();
  await page.waitForURL(/\/attempts\//);
  const { question, choose, result, handIn, confirm } = learner(page, words, 2);
  expect(await (await page.request.get(page.url())).text()).not.toContain("Question number 2");
  await choose(1, "right");
  await page.getByRole("button", { name: words("sitting:step.next") }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText(words("sitting:advance.text"))).toBeVisible();
  await dialog.getByRole("button", { name: words("sitting:advance.confirm") }).click();
  await expect(question(2).getByRole("heading")).toBeFocused();
  expect(await (await page.request.get(page.url())).text()).not.toContain("Question number 1");
  await choose(2, "right");
  await handIn();
  await confirm();
  await expect(result).toBeVisible();
});

test("when time is over what was saved is handed in, though no page is open", async ({ page, context, words }) => {
  const { path, lessonId } = await enrolInQuiz(page, { rules: { minutes: 10, graceSeconds: 0 } });
  const here = learner(page, words);
  await here.begin(path);
  await expect(page.getByRole("timer")).toBeVisible();
  for (const number of [1, 2]) await here.choose(number, "right");
  await expect.poll(async () => Object.keys(await savedAnswers(lessonId))).toHaveLength(2);
  const address = page.url();
  await page.close();
  await endTime(lessonId);
  await expect.poll(() => stateOfAttempt(lessonId), { timeout: 20_000 }).toBe("submitted");
  const later = await context.newPage();
  await open(later, address);
  await expect(learner(later, words).result).toBeVisible();
});

test("the time that runs out on an open page ends the sitting there", async ({ page, words }) => {
  const { path, lessonId } = await enrolInQuiz(page, { rules: { minutes: 10, graceSeconds: 0 } });
  const here = learner(page, words);
  await here.begin(path);
  for (const number of [1, 2]) await here.choose(number, "right");
  await here.expectMark(2, "saved");
  await endTime(lessonId, { inSeconds: 3 });
  await open(page, page.url());
  await expect(here.result).toBeVisible({ timeout: 15_000 });
});

const looks = [
  { locale: "ar", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { locale: "en", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const look of looks) {
  test.describe(`in ${look.locale}, ${look.colorScheme}`, () => {
    test.use(look);
    test("a quiz has no barriers: its rules, every type of question, the end, and what is shown of it", async ({
      page,
      words,
    }) => {
      const { path } = await enrolInQuiz(page, { questions: everyType, rules: { minutes: 30 } });
      const here = learner(page, words, everyType.length);
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await open(page, path);
      expect(await findBarriers(page), "the rules").toEqual([]);
      await here.begin(path);
      await expect(here.question(everyType.length)).toBeVisible();
      expect(await findBarriers(page), "the paper").toEqual([]);
      expect(await beyond()).toBeLessThanOrEqual(0);
      await here.handIn();
      expect(await findBarriers(page), "the question before the end").toEqual([]);
      await here.confirm();
      await expect(page.getByRole("heading", { name: words("sitting:review.result") })).toBeAttached();
      expect(await findBarriers(page), "what is shown of it").toEqual([]);
      expect(await beyond()).toBeLessThanOrEqual(0);
    });
  });
}
