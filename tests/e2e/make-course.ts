import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { expect, expectHeading, open } from "./journey.ts";
import type { Words } from "./words.ts";

/** Who makes a course, in which two languages: the one of her screens, in which she writes, and the other. */
export type Maker = { page: Page; words: Words; language: "ar" | "en"; other: "ar" | "en" };

const said = {
  ar: {
    ...{ title: "أبواب المدينة", summary: "دورة قصيرة عن أبواب السور.", text: "باب العمود", lecture: "حجارة السور" },
    ...{ about: "عن الأبواب الثمانية في سور المدينة.", quiz: "اختبار الأبواب", added: "باب الأسباط" },
    first: "يعود السور القائم إلى القرن السادس عشر.",
    second: "فُتح الباب الجديد سنة 1889.",
    changed: "بُني السور القائم بين 1537 و1541.",
    stem: "السور القائم عثمانيّ.",
  },
  en: {
    ...{ title: "Gates of the city", summary: "A short course on the gates.", text: "Damascus Gate" },
    ...{ about: "On the eight gates in the wall.", quiz: "The gates, a trial", added: "Lions’ Gate" },
    ...{ lecture: "Stones of the wall" },
    first: "The present wall is of the sixteenth century.",
    second: "The New Gate was opened in 1889.",
    changed: "The present wall was built from 1537 to 1541.",
    stem: "The present wall is Ottoman.",
  },
};

/** What the course says in a language. */
export const saidIn = (language: "ar" | "en") => said[language];

/** Makes a course in both languages on the screens, and answers its name in addresses. */
export async function makeCourse({ page, words, language, other }: Maker): Promise<string> {
  const title = `${said[language].title} ${randomUUID().slice(0, 6)}`;
  await open(page, "/teach");
  await page
    .getByRole("link", { name: words("course-making:new.open") })
    .first()
    .click();
  await page.getByLabel(words("course-making:new.name")).fill(title);
  await page.getByRole("checkbox", { name: localeNames[other] }).check();
  // Journeys that look for a course of the sample filter by its level.
  await page.getByLabel(words("course-making:new.level")).selectOption("advanced");
  await page.getByRole("button", { name: words("course-making:new.submit") }).click();
  await expectHeading(page, title);
  await expect(page.getByText(words("teach:next.never"))).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Goes to another room of the course by the bar at its head. */
export async function goToRoom({ page, words }: Maker, room: string) {
  await page
    .getByRole("navigation", { name: words("teach:rooms.label") })
    .getByRole("link", { name: words(`teach:rooms.${room}`), exact: true })
    .click();
}

/** Says in the settings what the catalogue tells in both languages, and that a tenth of a lecture is enough. */
export async function setCourse(maker: Maker) {
  const { page, words, language, other } = maker;
  const save = (form: Locator) => form.getByRole("button", { name: words("course-settings:save") }).click();
  const saved = () => expect(page.getByText(words("course-settings:notice.saved"))).toBeVisible();
  await goToRoom(maker, "settings");
  const texts = page.locator("form").filter({ has: page.getByLabel(inLanguage("course-settings:texts.name", maker)) });
  const filled = (key: string, locale: Locale) =>
    texts.getByLabel(words(`course-settings:texts.${key}`, { language: localeNames[locale] }));
  await filled("summary", language).fill(said[language].summary);
  await filled("name", other).fill(said[other].title);
  await filled("summary", other).fill(said[other].summary);
  await save(texts);
  await saved();
  await page.getByRole("link", { name: words("course-settings:sections.completion") }).click();
  const share = page.getByLabel(words("course-settings:completion.watchThreshold"));
  await share.fill("10");
  await save(page.locator("form").filter({ has: share }));
  await saved();
}

const inLanguage = (key: string, { words, language }: Maker) => words(key, { language: localeNames[language] });

const row = (page: Page, title: string) => page.locator(`[data-lesson="${title}"]`);
const outlineSaved = (page: Page) => expect(page.locator("[data-saving=saved]")).toBeVisible();

/** Adds a lesson to the only section, named in both languages. */
export async function addLesson({ page, words, language, other }: Maker, kind: string, titles: Record<string, string>) {
  await page.locator("button[aria-expanded]").filter({ hasText: /“|«/ }).last().click();
  await page.getByLabel(words("outline:lesson.kind")).selectOption(kind);
  for (const locale of [language, other]) {
    const label = words("outline:lesson.titleIn", { language: localeNames[locale] });
    await page
      .getByLabel(label)
      .last()
      .fill(titles[locale] ?? "");
  }
  await page.getByRole("button", { name: words("outline:lesson.submit"), exact: true }).click();
  await expect(row(page, titles[language] ?? "")).toBeVisible();
  await outlineSaved(page);
}

/** Renames the first lesson in place, and adds a lecture and a quiz after it. */
export async function buildOutline(maker: Maker) {
  const { page, words, language, other } = maker;
  await goToRoom(maker, "outline");
  const first = words("course-making:first.lesson");
  await page.getByRole("button", { name: words("outline:settings", { title: first }) }).click();
  for (const locale of [other, language]) {
    const field = page.getByLabel(words("outline:lesson.titleIn", { language: localeNames[locale] }));
    await field.fill(said[locale].text);
    await field.press("Enter");
  }
  await expect(row(page, said[language].text)).toBeVisible();
  await addLesson(maker, "lecture", { ar: said.ar.lecture, en: said.en.lecture });
  await addLesson(maker, "quiz", { ar: said.ar.quiz, en: said.en.quiz });
}

/** Opens a lesson for editing from the outline. */
export async function editLesson({ page, words }: Maker, title: string) {
  await page.getByRole("link", { name: words("outline:edit", { title }) }).click();
}

const surface = ({ page, words, language }: Maker) =>
  page.getByRole("textbox", { name: words("lesson-text:surface", { language: localeNames[language] }) });
const textSaved = ({ page, words }: Maker) =>
  expect(page.getByRole("region", { name: words("lesson-text:state.label") })).toHaveAttribute(
    "data-standing",
    "saved",
    { timeout: 15_000 },
  );

/** Writes the text of the lesson that is open, from nothing. */
export async function writeText(maker: Maker, paragraphs: readonly string[]) {
  const { page, words, language } = maker;
  await expect(surface(maker)).toBeVisible({ timeout: 20_000 });
  await page.getByLabel(words("lesson-editor:summary")).fill(said[language].about);
  await surface(maker).click();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(paragraph);
  }
  await textSaved(maker);
}

/** Writes another paragraph in the place of the first. */
export async function rewriteFirst(maker: Maker, paragraph: string) {
  await expect(surface(maker)).toBeVisible({ timeout: 20_000 });
  await surface(maker).locator(":scope > p").first().click({ clickCount: 3 });
  await maker.page.keyboard.type(paragraph);
  await textSaved(maker);
}

/** Translates a lesson side by side: its summary, and each block that is not translated. */
export async function translate(maker: Maker, { title, blocks }: { title: string; blocks: readonly string[] }) {
  const { page, words, other } = maker;
  await goToRoom(maker, "translations");
  await page
    .getByRole("row", { name: new RegExp(title) })
    .getByRole("link")
    .last()
    .click();
  await page.getByLabel(words("translation:translated.summary")).fill(said[other].about);
  await page.getByLabel(words("translation:translated.summary")).press("Tab");
  for (const text of blocks) {
    await page
      .getByRole("button", { name: words("translation:begin") })
      .first()
      .click();
    const writing = page.getByRole("textbox", { name: words("translation:write") });
    await expect(writing).toHaveAttribute("dir", directionOf(other));
    await writing.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
    await page.getByRole("button", { name: words("translation:done") }).click();
    await expect(writing).toBeHidden();
  }
  await expect(page.getByText(words("translation:allDone"))).toBeVisible();
}

/** Uploads a minute of video for the lecture that is open. */
export async function uploadVideo({ page, words }: Maker) {
  const buffer = readFileSync("tests/fixtures/video/minute.mp4");
  await page
    .getByRole("region", { name: words("video:upload.title") })
    .locator("input[type=file]")
    .setInputFiles({ name: "minute.mp4", mimeType: "video/mp4", buffer });
  await expect(page.locator("video")).toBeVisible({ timeout: 60_000 });
}

/** From a quiz without questions to the bank, where the first is written, and back to choose it. */
export async function askQuestion(maker: Maker) {
  const { page, words, language } = maker;
  const choose = () => page.getByRole("button", { name: words("quiz-editor:plan.addQuestions") }).click();
  await choose();
  await page.getByRole("link", { name: words("quiz-editor:picker.toBank") }).click();
  await page.getByRole("link", { name: words("question-bank:empty.write") }).click();
  await page.getByRole("link", { name: new RegExp(`^${words("quiz:types.true-false")}`) }).click();
  for (const locale of ["ar", "en"] as const) await page.locator(`#body-stem-${locale}`).fill(said[locale].stem);
  await page.keyboard.press("Control+s");
  await page.waitForURL(/questions\/[0-9a-f-]{36}$/);
  await goToRoom(maker, "outline");
  await editLesson(maker, said[language].quiz);
  await choose();
  const picker = page.getByRole("region", { name: words("quiz-editor:picker.title") });
  await picker.getByRole("checkbox", { name: new RegExp(said[language].stem) }).check();
  await picker.getByRole("button", { name: words("quiz-editor:picker.add", { count: 1 }) }).click();
  await page.getByRole("button", { name: words("quiz-editor:plan.save") }).click();
  await expect(page.getByText(words("quiz-editor:plan.saved"))).toBeVisible();
}

/** Releases the draft, in which nothing is found wrong, with notes for those who learn. */
export async function release(maker: Maker, { number, notes }: { number: number; notes: Record<"ar" | "en", string> }) {
  const { page, words } = maker;
  await goToRoom(maker, "release");
  await expect(page.getByText(words("release:lead"))).toBeVisible();
  const make = page.getByRole("region", { name: words("release:make"), exact: true });
  for (const locale of ["ar", "en"] as const) await make.getByLabel(localeNames[locale]).fill(notes[locale]);
  await make.getByRole("button", { name: words("release:release"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("release:release"), exact: true })
    .click();
  await expect(page.getByText(words("release:notice.released", { number }))).toBeVisible({ timeout: 20_000 });
}

/** Takes a lesson out of the outline. */
export async function removeLesson({ page, words }: Maker, title: string) {
  await page.getByRole("button", { name: words("outline:settings", { title }) }).click();
  await page.getByRole("button", { name: words("outline:lesson.remove") }).click();
  await expect(row(page, title)).toBeHidden();
  await outlineSaved(page);
}
