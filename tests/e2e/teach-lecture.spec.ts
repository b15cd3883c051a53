import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

const course = "jerusalem-through-the-ages";
// One after another: a release takes all that stands in the course.
test.describe.configure({ mode: "default" });

const MINUTE = readFileSync("tests/fixtures/video/minute.mp4");
const vtt = (text: string) =>
  `WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n${text}\n\n00:05.000 --> 00:08.000\n<i>&lt;2&gt;</i>\n`;

type Maker = { page: Page; words: Words; title: string };

async function addLecture({ page, words, title }: Maker) {
  await open(page, `/teach/${course}`);
  const section = page.locator("details", { hasText: words("lecture-editor:add.title") }).first();
  await section.locator("summary").click();
  for (const locale of ["ar", "en"] as const) {
    const language = localeNames[locale];
    await section.getByLabel(words("lecture-editor:add.nameIn", { language })).fill(`${title} ${locale}`);
    await section.getByLabel(words("lecture-editor:add.summaryIn", { language })).fill(`${title}.`);
  }
  await section.getByRole("button", { name: words("lecture-editor:add.submit") }).click();
  await page.waitForURL((url) => url.pathname.split("/").length > 3);
}

async function uploadVideo({ page, words }: Maker) {
  const file = { name: "minute.mp4", mimeType: "video/mp4", buffer: MINUTE };
  await page
    .getByRole("region", { name: words("video:upload.title") })
    .locator("input[type=file]")
    .setInputFiles(file);
  await expect(page.locator("video")).toBeVisible({ timeout: 40_000 });
  await expect
    .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.duration), { timeout: 40_000 })
    .toBeCloseTo(60, 0);
}

const goTo = (page: Page, seconds: number) =>
  page.locator("video").evaluate((video: HTMLVideoElement, at) => {
    video.pause();
    video.currentTime = at;
  }, seconds);

async function caption({ page, words }: Maker, spoken: string) {
  const captions = page.getByRole("region", { name: words("lecture-editor:captions.title") });
  const upload = (name: string, text: string) =>
    captions
      .getByLabel(words("lecture-editor:files.upload"))
      .setInputFiles({ name, mimeType: "text/vtt", buffer: Buffer.from(text) });
  await upload("bad.vtt", vtt("x").replace("00:00:04.000", "00:00:00.500"));
  await expect(captions.getByText(words("lecture-editor:files.refused"))).toBeVisible();
  await upload("good.vtt", vtt(spoken));
  const first = captions.getByRole("textbox", { name: words("lecture-editor:captions.cue", { number: 1 }) });
  await expect(first).toHaveValue(spoken);
  await goTo(page, 2);
  await first.focus();
  await first.press("Alt+KeyI");
  await expect(captions.getByLabel(words("lecture-editor:captions.start"), { exact: true })).toHaveValue("0:02.000");
  // What was not saved is there again after the page was left.
  await open(page, page.url());
  await expect(captions.getByText(words("lecture-editor:captions.restored"))).toBeVisible();
  await captions.getByRole("button", { name: words("lecture-editor:captions.save") }).click();
  await expect(captions.getByText(words("lecture-editor:captions.state.saved"))).toBeVisible();
}

async function tapTimes({ page, words }: Maker) {
  const captions = page.getByRole("region", { name: words("lecture-editor:captions.title") });
  await captions.getByRole("combobox").selectOption("fr");
  await captions.locator("summary", { hasText: words("lecture-editor:transcript.title") }).click();
  await captions.getByLabel(words("lecture-editor:transcript.label")).fill("Un\nDeux\nTrois");
  await captions.getByRole("button", { name: words("lecture-editor:transcript.take", { count: 3 }) }).click();
  await captions.getByRole("button", { name: words("lecture-editor:tap.title") }).click();
  for (const at of [3, 7.5, 12]) {
    await goTo(page, at);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  await captions.getByRole("button", { name: words("lecture-editor:captions.save") }).click();
  await expect(captions.getByText(words("lecture-editor:captions.state.saved"))).toBeVisible();
  await open(page, page.url());
  await captions.getByRole("combobox").selectOption("fr");
  await captions.getByRole("textbox", { name: words("lecture-editor:captions.cue", { number: 2 }) }).focus();
  await expect(captions.getByLabel(words("lecture-editor:captions.start"), { exact: true })).toHaveValue("0:07.500");
  await expect(captions.getByLabel(words("lecture-editor:captions.end"), { exact: true })).toHaveValue("0:12.000");
}

async function addChapterAndSlide({ page, words, title }: Maker) {
  const chapters = page.getByRole("region", { name: words("lecture-editor:chapters.title") });
  await goTo(page, 20);
  await chapters.getByRole("button", { name: words("lecture-editor:chapters.add") }).click();
  for (const locale of ["ar", "en"] as const) {
    const label = words("lecture-editor:chapters.titleIn", { language: localeNames[locale] });
    await chapters.getByLabel(label).fill(`${title} ${locale}`);
  }
  await chapters.getByRole("button", { name: words("lecture-editor:chapters.save") }).click();
  await expect(chapters.getByText(words("lecture-editor:captions.state.saved"))).toBeVisible();
  const slides = page.getByRole("region", { name: words("lecture-editor:slides.title") });
  await slides.getByRole("button", { name: words("lecture-editor:slides.capture") }).click();
  const picture = slides.getByRole("img");
  await expect(picture).toHaveCount(1);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  // Saving the chapters did not bring the video back to its beginning.
  await expect(
    slides.getByRole("button", { name: words("lecture-editor:captions.goTo", { time: "0:20" }) }),
  ).toBeVisible();
}

async function release({ page, words }: Maker) {
  await open(page, `/teach/${course}/release`);
  const panel = page.getByRole("region", { name: words("release:make"), exact: true });
  await panel.getByRole("button", { name: words("release:release"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("release:release"), exact: true })
    .click();
  const done = words("release:notice.released", { number: 0 }).replace(/[0٠]/, "[\\d٠-٩]");
  await expect(page.getByText(new RegExp(done))).toBeVisible();
}

for (const locale of ["ar", "en"] as const satisfies Locale[]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("an instructor makes a lecture with captions, chapters and slides, releases it, and a student sees it", async ({
      page,
      browser,
      words,
      faults,
    }) => {
      test.setTimeout(150_000);
      const title = locale === "ar" ? "أسوار المدينة" : "The walls";
      const spoken = locale === "ar" ? "السور العثماني\u200F (1541)" : "The Ottoman wall (1541)";
      const maker = { page, words, title };
      await signInQuickly(page.request, samplePerson(locale === "ar" ? "instructor" : "admin"));
      await addLecture(maker);
      const lecture = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      await expectHeading(page, `${title} ${locale}`);
      await uploadVideo(maker);
      await caption(maker, spoken);
      await tapTimes(maker);
      await addChapterAndSlide(maker);
      expect(await findBarriers(page)).toEqual([]);
      await release(maker);

      const theirs = await browser.newContext({ locale });
      faults.watch(theirs);
      const student = await theirs.newPage();
      await becomeLearnerQuickly(student.request);
      await enrolQuickly(student.request, course);
      const asked: string[] = [];
      student.on("request", (request) => asked.push(request.url()));
      await open(student, `/learn/${course}/${lecture}`);
      await expect(student.getByText(spoken).first()).toBeVisible();
      await expect(student.getByRole("button", { name: words("lecture:begin") }).first()).toBeVisible();
      expect(asked.filter((address) => /lecture-editor|caption-editor|cue-row/.test(address))).toEqual([]);
      await theirs.close();
    });
  });
}

test("of two who edit the same captions, the second is shown it, and chooses whose stay", async ({
  page,
  browser,
  words,
  faults,
}) => {
  faults.expect(/409 POST \/resources\/lecture-drafts\//);
  const admin = samplePerson("admin");
  await signInQuickly(page.request, admin);
  await addLecture({ page, words, title: "Gates" });
  const theirs = await browser.newContext({ locale: "ar" });
  faults.watch(theirs);
  const other = await theirs.newPage();
  await signInQuickly(other.request, admin);
  const parts = (from: Page) => {
    const captions = from.getByRole("region", { name: words("lecture-editor:captions.title") });
    return {
      captions,
      first: captions.getByRole("textbox", { name: words("lecture-editor:captions.cue", { number: 1 }) }),
      save: captions.getByRole("button", { name: words("lecture-editor:captions.save") }),
      saved: captions.getByText(words("lecture-editor:captions.state.saved")),
    };
  };
  const [mine, hers] = [parts(page), parts(other)];
  await open(other, page.url());
  for (const { captions, first } of [mine, hers]) {
    await captions.getByRole("button", { name: words("lecture-editor:captions.insertHere") }).click();
    await first.fill(captions === mine.captions ? "mine" : "hers");
  }
  await hers.save.click();
  await expect(hers.saved).toBeVisible();
  await mine.save.click();
  const conflict = mine.captions.getByRole("alert");
  await expect(conflict).toContainText(words("lecture-editor:conflict.title"));
  await expect(mine.first).toHaveValue("mine");
  expect(await findBarriers(page)).toEqual([]);
  await conflict.getByRole("button", { name: words("lecture-editor:conflict.saveOver") }).click();
  await expect(mine.saved).toBeVisible();
  await open(other, other.url());
  await expect(hers.first).toHaveValue("mine");
  await theirs.close();
});

test("without a line nothing is lost: what was written is kept, and saved when the line is back", async ({
  page,
  context,
  words,
  faults,
}) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signInQuickly(page.request, samplePerson("admin"));
  await addLecture({ page, words, title: "Towers" });
  const captions = page.getByRole("region", { name: words("lecture-editor:captions.title") });
  await captions.getByRole("button", { name: words("lecture-editor:captions.insertHere") }).click();
  const first = captions.getByRole("textbox", { name: words("lecture-editor:captions.cue", { number: 1 }) });
  await first.fill("برج داود");
  await context.setOffline(true);
  const save = captions.getByRole("button", { name: words("lecture-editor:captions.save") });
  await save.click();
  await expect(captions.getByText(words("lecture-editor:away"))).toBeVisible();
  await context.setOffline(false);
  await open(page, page.url());
  await expect(first).toHaveValue("برج داود");
  await save.click();
  await expect(captions.getByText(words("lecture-editor:captions.state.saved"))).toBeVisible();
});
