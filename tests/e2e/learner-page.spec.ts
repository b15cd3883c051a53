import type { Browser, Page } from "@playwright/test";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import { createQuizCourse } from "./quiz-scene.ts";
import { passQuizQuickly } from "./sit-quiz.ts";
import type { Words } from "./words.ts";

const REASON = "The line was cut – انقطع الاتصال";

async function openTeacher(browser: Browser, locale: string): Promise<Page> {
  const headers = { "Accept-Language": locale };
  const context = await browser.newContext({ locale, extraHTTPHeaders: headers, baseURL: process.env.ACADEMY_ORIGIN });
  const page = await context.newPage();
  await signInQuickly(page.request, samplePerson("admin"));
  return page;
}

type Act = "access" | "waive" | "void" | "restore" | "takeOut" | "putBack";
type Room = { teacher: Page; words: Words };

/** Opens what the act stands under, fills in what `fill` says and the reason, and says yes to the question. */
async function act(
  { teacher, words }: Room,
  intent: Act,
  fill: (form: ReturnType<Page["locator"]>) => Promise<unknown> = async () => undefined,
) {
  await teacher
    .locator("summary")
    .filter({ hasText: words(`learner:do.${intent}.title`) })
    .first()
    .click();
  const form = teacher.locator("form").filter({ has: teacher.locator(`input[name=intent][value=${intent}]`) });
  await fill(form);
  await form.getByLabel(words("learner:do.reason")).fill(REASON);
  const button = { name: words(`learner:do.${intent}.button`) };
  await form.getByRole("button", button).click();
  await teacher.getByRole("alertdialog").getByRole("button", button).click();
  await expect(teacher.getByText(words(`learner:notice.${intent}`))).toBeVisible();
}

for (const locale of ["ar", "en"])
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("from her own page a learner's attempt is set aside and counts again, her time is changed, and she is taken out and put back", async ({
      page,
      browser,
      words,
      faults,
    }) => {
      test.setTimeout(120_000);
      const quiz = await createQuizCourse({ rules: { attempts: 1 } });
      const person = await becomeLearnerQuickly(page.request);
      await enrolQuickly(page.request, quiz.slug);
      await passQuizQuickly(page.request, quiz.path);
      const teacher = await openTeacher(browser, locale);
      faults.watch(teacher.context());
      const room = { teacher, words };

      await open(teacher, `/teach/${quiz.slug}/learners`);
      await teacher.getByRole("link", { name: person.name, exact: true }).click();
      await expectHeading(teacher, person.name);
      expect(await findBarriers(teacher)).toEqual([]);

      await act(room, "void");
      await expect(teacher.getByText(words("quiz-results:attempts.voided"), { exact: true })).toBeVisible();
      expect(await findBarriers(teacher)).toEqual([]);
      await open(page, quiz.path);
      await expect(page.getByText(REASON)).toBeVisible();
      await expect(page.getByRole("button", { name: words("attempt:begin.again") })).toBeVisible();
      await page
        .getByRole("link", { name: words("attempt:past.look") })
        .first()
        .click();
      await expect(page.getByText(words("sitting:setAside.title"))).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      await act(room, "restore");
      await open(page, quiz.path);
      await expect(page.getByText(words("attempt:past.passed"), { exact: true })).toBeVisible();

      await act(room, "access", async (form) => {
        await form.getByRole("radio", { name: words("learner:do.access.until") }).check();
        await form.locator("input[name=until]").fill("2031-05-04T09:30");
      });
      await expect(teacher.getByText(REASON).first()).toBeVisible();

      await act(room, "takeOut");
      await expect(teacher.getByText(words("learner:state.withdrawn"), { exact: true })).toBeVisible();
      await act(room, "putBack");
      await expect(teacher.getByText(words("learner:state.active"), { exact: true })).toBeVisible();
      await open(page, quiz.path);
      await expect(page.getByText(words("attempt:past.passed"), { exact: true })).toBeVisible();
      await teacher.context().close();
    });
  });

test("a lesson that is not chosen is asked for beside its field, and what was typed stays", async ({
  page,
  browser,
  words,
  faults,
}) => {
  faults.expect(/^400 POST /);
  const quiz = await createQuizCourse();
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, quiz.slug);
  const teacher = await openTeacher(browser, "ar");
  faults.watch(teacher.context());
  await open(teacher, `/teach/${quiz.slug}/learners`);
  await teacher.getByRole("table").getByRole("link").first().click();
  await teacher
    .locator("summary")
    .filter({ hasText: words("learner:do.waive.title") })
    .click();
  const form = teacher.locator("form").filter({ has: teacher.locator("input[name=intent][value=waive]") });
  await form.getByLabel(words("learner:do.reason")).fill(REASON);
  await form.evaluate((element: HTMLFormElement) => {
    element.noValidate = true;
    element.querySelector("select")?.removeAttribute("required");
  });
  const button = { name: words("learner:do.waive.button") };
  await form.getByRole("button", button).click();
  await teacher.getByRole("alertdialog").getByRole("button", button).click();
  await expect(teacher.getByText(words("learner:errors.noLesson"))).toBeVisible();
  await expect(form.getByLabel(words("learner:do.reason"))).toHaveValue(REASON);
  await teacher.context().close();
});
