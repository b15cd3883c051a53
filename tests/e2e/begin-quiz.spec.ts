import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { createQuizCourse } from "./quiz-scene.ts";
import type { Words } from "./words.ts";

async function begin(page: Page, words: Words) {
  const quiz = await createQuizCourse();
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, quiz.slug);
  await open(page, quiz.path);
  await page.getByRole("button", { name: words("attempt:begin.begin") }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(
    page.getByRole("region", { name: words("sitting:sit.questionOf", { number: 1, all: 3 }), exact: true }),
  ).toBeVisible();
}

test("the answer to beginning a quiz brings its paper: nothing of the page is asked for again", async ({
  page,
  words,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".data") && pathname.includes("/attempts/")) asked.push(pathname);
  });
  await begin(page, words);
  expect(asked).toEqual([]);
  await page.reload();
  await expect(page.getByRole("radio").first()).toBeVisible();
});

test("where the short way into a quiz is closed, its form leads in", async ({ page, words, faults }) => {
  faults.expect(/ERR_FAILED POST .*\/resources\/attempts/);
  await page.route("**/resources/attempts", (route) => route.abort("failed"));
  await begin(page, words);
});
