import type { Page } from "@playwright/test";
import { endOfLesson, expectProgress, type Scene } from "./acts.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import * as making from "./make-course.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";

const both = (name: "summary" | "changed") => ({ ar: making.saidIn("ar")[name], en: making.saidIn("en")[name] });

type Learner = Scene & { language: "ar" | "en"; course: string };

/** A course of text, lecture and quiz, from nothing to its first release; answers its name in addresses. */
async function makeAndRelease(maker: making.Maker) {
  const said = making.saidIn(maker.language);
  const theirs = making.saidIn(maker.other);
  const course = await making.makeCourse(maker);
  await making.setCourse(maker);
  await making.buildOutline(maker);
  await making.editLesson(maker, said.text);
  await making.writeText(maker, [said.first, said.second]);
  await making.translate(maker, { title: said.text, blocks: [theirs.first, theirs.second] });
  await making.goToRoom(maker, "outline");
  await making.editLesson(maker, said.lecture);
  await making.uploadVideo(maker);
  await making.goToRoom(maker, "outline");
  await making.editLesson(maker, said.quiz);
  await making.askQuestion(maker);
  await making.release(maker, { number: 1, notes: both("summary") });
  return course;
}

/** The lecture goes, a lesson of text comes, and the first text says something else. */
async function changeAndRelease(maker: making.Maker) {
  const said = making.saidIn(maker.language);
  const theirs = making.saidIn(maker.other);
  await making.goToRoom(maker, "outline");
  await making.removeLesson(maker, said.lecture);
  await making.addLesson(maker, "text", { [maker.language]: said.added, [maker.other]: theirs.added });
  await making.editLesson(maker, said.added);
  await making.writeText(maker, [said.second]);
  await making.translate(maker, { title: said.added, blocks: [theirs.second] });
  await making.goToRoom(maker, "outline");
  await making.editLesson(maker, said.text);
  await making.rewriteFirst(maker, said.changed);
  await making.release(maker, { number: 2, notes: both("changed") });
}

const next = ({ page, words }: Learner) =>
  page
    .getByRole("navigation", { name: words("learn:player.ways") })
    .getByRole("link", { name: words("learn:player.next") })
    .click();

/** Enrols on the course page and reads the first lesson. */
async function enrolAndRead(learner: Learner) {
  const { page, words, language, course } = learner;
  await becomeLearnerQuickly(page.request);
  await open(page, `/courses/${course}`);
  await page.getByRole("button", { name: words("enrolment:box.enrol") }).click();
  await page.getByRole("link", { name: words("learn:goOn.begin"), exact: true }).click();
  await expectHeading(page, making.saidIn(language).text);
  await endOfLesson(learner).finish.click();
  await expect(endOfLesson(learner).done).toBeVisible();
  await expectProgress(learner, { language, share: 1 / 3 });
}

/** Plays as much of the lecture as the course asks for, and passes the quiz. */
async function watchAndPass(learner: Learner) {
  const { page, words, language } = learner;
  await next(learner);
  await expectHeading(page, making.saidIn(language).lecture);
  await page
    .getByRole("button", { name: words("lecture:begin") })
    .first()
    .click();
  // A tenth of a minute is played, and told with the next beat.
  await expect(endOfLesson(learner).done).toBeVisible({ timeout: 60_000 });
  await expectProgress(learner, { language, share: 2 / 3 });
  await next(learner);
  await page.getByRole("button", { name: words("attempt:begin.begin") }).click();
  await page.getByRole("radio", { name: words("quiz:view.true") }).check();
  await page
    .getByRole("main")
    .getByRole("button", { name: words("sitting:submit.button") })
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("sitting:submit.confirm") })
    .click();
  await expect(page.getByText(words("sitting:review.passed"))).toBeVisible();
  await open(page, `/learn/${learner.course}`);
  await expect(page.getByText(words("progress:why.finished"))).toBeVisible();
}

/** Those who learn, each in a browser of her own. */
async function learnersOf(page: Page, { words, language, course }: Omit<Learner, "page">, count: number) {
  const browser = page.context().browser();
  const headers = { "Accept-Language": language };
  const origin = { baseURL: process.env.ACADEMY_ORIGIN, locale: language, extraHTTPHeaders: headers };
  const contexts = await Promise.all(Array.from({ length: count }, () => browser?.newContext(origin)));
  return Promise.all(
    contexts
      .flatMap((context) => (context ? [context.newPage()] : []))
      .map(async (one) => ({
        ...{ words, language, course },
        page: await one,
      })),
  );
}

for (const [language, other] of [
  ["ar", "en"],
  ["en", "ar"],
] as const) {
  test.describe(`a course from nothing, written in ${language}`, () => {
    test.use({ locale: language });

    test("is made, released, taken, changed and released again, and nothing that was learned is lost", async ({
      page,
      words,
      faults,
    }) => {
      test.setTimeout(300_000);
      await signInQuickly(page.request, samplePerson("instructor"));
      const maker = { page, words, language, other };
      const said = making.saidIn(language);
      const course = await makeAndRelease(maker);
      const [finisher, beginner, newcomer] = await learnersOf(page, { words, language, course }, 3);
      if (!finisher || !beginner || !newcomer) throw new Error("The browser gave no pages");
      for (const learner of [finisher, beginner]) {
        faults.watch(learner.page.context());
        await enrolAndRead(learner);
      }
      await watchAndPass(finisher);
      await changeAndRelease(maker);

      await open(finisher.page, `/learn/${course}`);
      await expect(finisher.page.getByText(words("progress:why.finished"))).toBeVisible();
      const lesson = (title: string) => finisher.page.getByRole("listitem").filter({ hasText: title });
      await expect(lesson(said.added).getByText(words("progress:standing.new"), { exact: true })).toBeVisible();
      await expect(lesson(said.lecture).getByText(words("progress:standing.removed"))).toBeVisible();
      await expect(finisher.page.getByText(said.changed)).toBeVisible();
      expect(await findBarriers(finisher.page)).toEqual([]);
      // She reads on in the release in which she began; who comes now, the new one.
      await open(beginner.page, `/learn/${course}/first-lesson`);
      await expect(beginner.page.getByText(said.first)).toBeVisible();
      await expect(endOfLesson(beginner).done).toBeVisible();
      await expectProgress(beginner, { language, share: 1 / 2 });
      await becomeLearnerQuickly(newcomer.page.request);
      await enrolQuickly(newcomer.page.request, course);
      await open(newcomer.page, `/learn/${course}/first-lesson`);
      await expect(newcomer.page.getByText(said.changed)).toBeVisible();
      await Promise.all([finisher, beginner, newcomer].map((learner) => learner.page.context().close()));
    });
  });
}
