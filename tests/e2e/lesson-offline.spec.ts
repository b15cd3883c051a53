import type { BrowserContext, Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

type Desk = { page: Page; words: Words };

const paragraphs = ["The gate.", "The wall.", "The spring.", "The market."];

/** A course whose one lesson has four paragraphs in English, and a summary. */
async function makeLesson(): Promise<string> {
  const course = await createDraftCourse();
  const content = paragraphs.map((text) => ({
    ...{ type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text }] },
  }));
  await withAcademyDatabase((db) =>
    db.lessonText.updateMany({
      where: { lesson: { course: { slug: course } }, locale: "en" },
      data: { document: { type: "doc", content }, summary: "A walk." },
    }),
  );
  return course;
}

const surface = ({ page, words }: Desk) =>
  page.getByRole("textbox", { name: words("lesson-text:surface", { language: localeNames.en }) });
const state = ({ page, words }: Desk) => page.getByRole("region", { name: words("lesson-text:state.label") });
const expectStanding = (desk: Desk, standing: string) =>
  expect(state(desk)).toHaveAttribute("data-standing", standing, { timeout: 15_000 });

/** Opens the text in a tab whose time the journey can move on. */
async function openDesk(context: BrowserContext, { course, words }: { course: string; words: Words }): Promise<Desk> {
  const desk = { page: await context.newPage(), words };
  await desk.page.clock.install();
  await open(desk.page, `/teach/${course}/first/text?language=en`);
  await expect(surface(desk)).toBeVisible({ timeout: 20_000 });
  return desk;
}

/** Writes on at the end of a paragraph. */
async function writeAfter(desk: Desk, paragraph: string, sentence: string) {
  await surface(desk).locator("p", { hasText: paragraph }).click();
  await desk.page.keyboard.press("End");
  await desk.page.keyboard.type(` ${sentence}`);
  // What is typed is on the device within a second.
  await desk.page.clock.runFor(1_500);
}

test("a line cut for five minutes, in two tabs, while another saves: no sentence is lost", async ({
  page,
  context,
  browser,
  words,
  faults,
}) => {
  test.setTimeout(120_000);
  faults.expect(/ERR_INTERNET_DISCONNECTED/, /^(401|409) (GET|POST) \/resources\/(lesson-texts|editing)\//);
  await signInQuickly(page.request, samplePerson("instructor"));
  const course = await makeLesson();
  const first = await openDesk(context, { course, words });
  const second = await openDesk(context, { course, words });
  const theirs = await browser.newContext({ locale: "ar", baseURL: process.env.ACADEMY_ORIGIN });
  faults.watch(theirs);
  await signInQuickly(theirs.request, samplePerson("admin"));
  const other = await openDesk(theirs, { course, words });

  await context.setOffline(true);
  await writeAfter(first, "The gate.", "One, before the tries.");
  await writeAfter(second, "The wall.", "Two, in another tab.");
  await writeAfter(other, "The spring.", "Three, by another.");
  await expectStanding(other, "saved");
  await first.page.clock.runFor("02:30");
  await second.page.clock.runFor("02:30");
  await expectStanding(first, "kept");
  await expectStanding(second, "kept");
  await writeAfter(first, "The market.", "Four, after many tries.");
  // A tab that goes while there is no line leaves what it has to the next one.
  await second.page.close();
  await writeAfter(other, "The spring.", "Five, by another still.");
  await expectStanding(other, "saved");
  await first.page.clock.runFor("02:30");
  await expectStanding(first, "kept");
  // The session ends meanwhile; she signs in again, and goes on where she was.
  await context.clearCookies();
  await context.setOffline(false);
  await expectStanding(first, "signIn");
  await signInQuickly(context.request, samplePerson("instructor"));
  await first.page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await expectStanding(first, "saved");
  const again = await openDesk(context, { course, words });
  await expect(again.page.getByText(words("lesson-text:restored"))).toBeVisible();
  await expectStanding(again, "saved");

  const saved = await (await context.request.get(`/teach/${course}/first/text.md?language=en`)).text();
  for (const sentence of ["One, before", "Two, in", "Three, by", "Four, after", "Five, by", ...paragraphs])
    expect(saved).toContain(sentence);
  for (const desk of [first, again, other]) {
    await desk.page.clock.runFor(6_000);
    await expect(surface(desk)).toContainText("Two, in another tab.", { timeout: 15_000 });
    await expect(surface(desk)).toContainText("Five, by another still.");
  }
  await theirs.close();
});
