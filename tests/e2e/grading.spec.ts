import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { essayBody } from "#tests/factories/quiz.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import { choices, createQuizCourse } from "./quiz-scene.ts";
import type { Words } from "./words.ts";

const essay = { type: "essay", body: essayBody("Weigh the two witnesses.") };

const REASON = "The key named the wrong gate.";

/** Begins a quiz past the screens, gives these answers and hands it in. Answers the address of the attempt. */
async function sitQuickly(request: APIRequestContext, quiz: string, answers: readonly object[]): Promise<string> {
  const headers = { Origin: process.env.ACADEMY_ORIGIN ?? "" };
  const send = (path: string, form: Record<string, string>) =>
    request.post(path, { form, headers, maxRedirects: 0 }).then((answer) => answer.headers().location ?? "");
  const attempt = await send(quiz, { intent: "begin" });
  const [attemptId = ""] = /[0-9a-f-]{36}$/.exec(attempt) ?? [];
  const edits = answers.map((value, i) => ({ slot: i + 1, sequence: i + 1, value, madeAt: Date.now() }));
  const data = { attemptId, device: randomUUID(), edits };
  expect((await request.post("/resources/answers", { data, headers })).ok()).toBe(true);
  await send(attempt, { intent: "submit" });
  return attempt;
}

async function openTeacher(browser: Browser, options: { locale: string; headers: Record<string, string> }) {
  const { locale, headers } = options;
  const context = await browser.newContext({ locale, extraHTTPHeaders: headers, baseURL: process.env.ACADEMY_ORIGIN });
  const page = await context.newPage();
  await signInQuickly(page.request, samplePerson("admin"));
  return page;
}

async function expectNoBarriers(page: Page) {
  expect(await findBarriers(page)).toEqual([]);
}

type Room = { teacher: Page; words: Words; course: string };

/** By the keys alone: the third level of the first criterion, four points of the second. */
async function gradeEssay({ teacher, words, course }: Room) {
  await open(teacher, `/teach/${course}/grading`);
  await expectNoBarriers(teacher);
  await teacher.getByRole("link", { name: words("quiz-results:grading.begin") }).click();
  await expect(teacher.getByText("الشاهدان مختلفان.")).toBeVisible();
  await expectNoBarriers(teacher);
  await teacher.locator("input[type=radio]").first().focus();
  await teacher.keyboard.press("3");
  await teacher.keyboard.type("4");
  await teacher.getByLabel(words("quiz-results:answer.comment")).fill("Well weighed.");
  await teacher.keyboard.press("Control+Enter");
  await expect(teacher.getByText(words("quiz-results:notice.done"))).toBeVisible();
}

async function lookThrough({ teacher, course }: Room) {
  const results = `/teach/${course}/quiz/results`;
  for (const path of ["", "/questions", "/attempts"]) {
    await open(teacher, results + path);
    await expectNoBarriers(teacher);
  }
  await teacher.getByRole("table").getByRole("link").first().click();
  await expect(teacher.getByText("Well weighed.")).toBeVisible();
  await expectNoBarriers(teacher);
}

/** From the figures of the question of choice, whose second choice becomes the right one. */
async function correctKey({ teacher, words, course }: Room) {
  await open(teacher, `/teach/${course}/quiz/results/questions`);
  await teacher.getByRole("row").nth(2).getByRole("link").click();
  await teacher.getByRole("link", { name: words("quiz-results:correction.begin") }).click();
  await expectHeading(teacher, words("quiz-results:correction.title"));
  const shares = teacher.getByLabel(words("question:share"));
  await shares.nth(0).fill("0");
  await shares.nth(1).fill("1");
  await teacher.getByLabel(words("quiz-results:correction.reason")).fill(REASON);
  await teacher.getByRole("button", { name: words("quiz-results:correction.seeFirst") }).click();
  await expect(teacher.getByRole("heading", { name: words("quiz-results:correction.preview") })).toBeVisible();
  await expectNoBarriers(teacher);
  const apply = { name: words("quiz-results:correction.apply") };
  await teacher.getByRole("button", apply).click();
  await teacher.getByRole("alertdialog").getByRole("button", apply).click();
  await expect(teacher.getByText(words("quiz-results:notice.corrected"))).toBeVisible();
  await expectNoBarriers(teacher);
}

for (const locale of ["ar", "en"])
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("an essay is graded by its rubric, a key is put right, and the learner reads both", async ({
      page,
      browser,
      words,
      faults,
    }) => {
      const quiz = await createQuizCourse({ questions: [essay, ...choices(1)] });
      await becomeLearnerQuickly(page.request);
      await enrolQuickly(page.request, quiz.slug);
      const attempt = await sitQuickly(page.request, quiz.path, [{ text: "الشاهدان مختلفان." }, { choice: "wrong" }]);
      const teacher = await openTeacher(browser, { locale, headers: { "Accept-Language": locale } });
      faults.watch(teacher.context());
      const room = { teacher, words, course: quiz.slug };
      await gradeEssay(room);
      await open(page, attempt);
      await expect(page.getByText("Well weighed.")).toBeVisible();
      await lookThrough(room);
      await correctKey(room);
      await open(page, attempt);
      await expect(page.getByText(REASON)).toBeVisible();
      await teacher.context().close();
    });
  });
