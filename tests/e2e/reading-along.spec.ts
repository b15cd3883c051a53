import type { Page } from "@playwright/test";
import { formatBytes } from "#app/platform/i18n/format.ts";
import { findBarriers } from "./barriers.ts";
import { crash } from "./crash.ts";
import { expect, open, test } from "./journey.ts";
import { createLectureCourse } from "./lecture-scene.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { formatsOf, type Words } from "./words.ts";

/** The player plays a file of sound alone, but tells the console that it does not know `.m4a` by name. */
const unknownEnding = /^console: Media type .* is an unrecognized or unsupported type for src .*audio\.m4a/;

/** The forms of the lecture's video that a page asks for, in order. */
function fetchedForms(page: Page): string[] {
  const forms: string[] = [];
  page.on("request", (request) => {
    const form = /\/video\/[^/]+\/(original|audio)/.exec(request.url())?.[1];
    if (form && forms.at(-1) !== form) forms.push(form);
  });
  return forms;
}

/** Opens a lecture and waits until its own scripts have taken hold of it, which come after the page's. */
async function openPath(page: Page, path: string) {
  await open(page, path);
  await page.waitForFunction(() => {
    const lines = document.querySelector(".transcript-lines");
    return lines !== null && Object.keys(lines).some((key) => key.startsWith("__reactFiber$"));
  });
}

async function openLecture(page: Page) {
  const { slug, path } = await createLectureCourse();
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, slug);
  await openPath(page, path);
  return { path };
}

const begin = (page: Page, words: Words) =>
  page
    .getByRole("button", { name: words("lecture:begin") })
    .last()
    .click();

/** Where the video is, in seconds, and whether it plays. */
const look = (page: Page) =>
  page.evaluate(() => {
    const player = document.querySelector("mux-player");
    const media = player && "media" in player ? player.media : null;
    const video = media && typeof media === "object" && "nativeEl" in media ? media.nativeEl : null;
    return video instanceof HTMLVideoElement
      ? { at: video.currentTime, paused: video.paused }
      : { at: 0, paused: true };
  });

const playTo = (page: Page, seconds: number) =>
  expect.poll(async () => (await look(page)).at, { timeout: 45_000, intervals: [100] }).toBeGreaterThan(seconds);

/** The transcript of the page: six seconds a line, ten lines. */
function transcriptOf(page: Page, words: Words) {
  const region = page.getByRole("region", { name: words("reading-along:transcript.title") });
  const lines = region.getByRole("listitem");
  return {
    region,
    lines,
    current: region.locator("[aria-current]"),
    search: region.getByRole("searchbox"),
    button: (name: string) => region.getByRole("button", { name: words(`reading-along:transcript.${name}`) }),
  };
}

async function chooseForm(page: Page, words: Words, form: string) {
  const menu = page.locator("details").filter({ has: page.getByText(words("reading-along:quality.name.auto")) });
  await page.locator(`summary[aria-label^="${words("reading-along:quality.title")}"]`).click();
  await menu.getByRole("button", { name: words(`reading-along:quality.name.${form}`) }).click();
}

/** What is told on leaving a page is counted a little after the next one was asked for. */
const expectOnAccount = (page: Page, text: string) =>
  expect
    .poll(async () => (await page.request.get("/account/video")).text(), { timeout: 30_000, intervals: [500] })
    .toContain(text);

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 390, height: 520 } });

  test("the transcript follows what is said until the reader scrolls, and again when she asks", async ({
    page,
    words,
  }) => {
    await openLecture(page);
    const { lines, current, region, button } = transcriptOf(page, words);
    await expect(lines).toHaveCount(10);
    await expect(current).toHaveCount(0);
    await lines.nth(7).getByText("السطر رقم 8").click();
    await expect.poll(async () => (await look(page)).at).toBeGreaterThanOrEqual(42);
    await expect(current).toHaveText(/السطر رقم 8/);
    await expect(current).toBeInViewport();
    const pane = region.locator(".transcript-pane");
    const scrolled = () => pane.evaluate((element) => element.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(50);

    await pane.hover();
    await page.mouse.wheel(0, -2_000);
    await expect.poll(scrolled).toBe(0);
    await playTo(page, 48.5);
    await expect(current).toHaveText(/السطر رقم 9/);
    expect(await scrolled()).toBe(0);
    await button("follow").click();
    await expect.poll(scrolled).toBeGreaterThan(50);
    await expect(button("follow")).toBeHidden();
  });
});

test("a line is reached and pressed by the keyboard", async ({ page, words }) => {
  await openLecture(page);
  const { lines } = transcriptOf(page, words);
  await lines.first().getByRole("button").first().focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowDown");
  await expect(lines.nth(5).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await look(page)).at).toBeGreaterThanOrEqual(30);
  expect((await look(page)).at).toBeLessThan(36);
});

test("words are found however they are spelt, counted and walked through", async ({ page, words }) => {
  await openLecture(page);
  const { search, region, lines } = transcriptOf(page, words);
  const place = (at: number) => words("reading-along:transcript.found", { at, of: 10 });
  await search.fill("مُحاضره");
  await expect(region.getByRole("status").first()).toHaveText(place(1));
  await expect(region.locator("mark")).toHaveCount(10);
  await expect(lines.first().locator("mark[data-shown]")).toHaveText("محاضرة");
  await search.press("Enter");
  await expect(region.getByRole("status").first()).toHaveText(place(2));
  await search.press("Shift+Enter");
  await search.press("Shift+Enter");
  await expect(region.getByRole("status").first()).toHaveText(place(10));
  await search.fill("رقم ١٠");
  await expect(region.locator("mark")).toHaveText(["رقم 10"]);
  expect(await findBarriers(page, ".transcript")).toEqual([]);
  await search.fill("قسطنطينية");
  await expect(region.getByRole("status").first()).toHaveText(words("reading-along:transcript.none"));
  await search.press("Escape");
  await expect(region.locator("mark")).toHaveCount(0);
});

test("another language is fetched when it is chosen, and stands in its own direction", async ({ page, words }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/resources/transcripts/")) asked.push(new URL(request.url()).pathname);
  });
  await openLecture(page);
  const { region, lines } = transcriptOf(page, words);
  expect(asked).toEqual([]);
  await region.getByRole("combobox").selectOption("en");
  await expect(lines.first()).toContainText("Line 1 of the lecture.");
  await expect(region.getByRole("list")).toHaveAttribute("dir", "ltr");
  await expect(region.getByRole("list")).toHaveAttribute("lang", "en");
  expect(asked).toHaveLength(1);
});

test("the transcript is copied with its times, printed alone, and whole without scripts", async ({
  page,
  context,
  words,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { path } = await openLecture(page);
  const { button, region } = transcriptOf(page, words);
  await button("copyAll").click();
  await expect(region.getByText(words("reading-along:transcript.copied"))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("٠:٥٤  السطر رقم 10 من المحاضرة.");
  expect(copied.split("\n").filter((line) => line.includes("السطر"))).toHaveLength(10);

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", document.documentElement.dataset.print ?? "");
  });
  await button("print").click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "transcript");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("السطر رقم 10")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();

  const html = await (await page.request.get(path)).text();
  expect(html.match(/السطر رقم \d+ من المحاضرة\.</g)).toHaveLength(10);
});

test("nothing of the video is fetched before it is played, and the form that was chosen stays chosen", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(unknownEnding);
  const forms = fetchedForms(page);
  const { path } = await openLecture(page);
  await expect(page.locator("summary").getByText(/م\.ب|كيلوبايت/)).toBeVisible();
  await chooseForm(page, words, "audio");
  await openPath(page, path);
  await expect(page.locator("summary").getByText(words("reading-along:quality.name.audio"))).toBeVisible();
  expect(forms).toEqual([]);
  await begin(page, words);
  await playTo(page, 1);
  expect(forms).toEqual(["audio"]);
});

test("text alone plays nothing and says that it does not count", async ({ page, words }) => {
  const forms = fetchedForms(page);
  await openLecture(page);
  await chooseForm(page, words, "text");
  await expect(page.getByText(words("reading-along:slides.notCounted"))).toBeVisible();
  await transcriptOf(page, words).lines.nth(4).getByText("السطر رقم 5").click();
  await expect(transcriptOf(page, words).current).toHaveText(/السطر رقم 5/);
  expect(await findBarriers(page)).toEqual([]);
  expect(forms).toEqual([]);
});

test("a line that carries no picture is given the sound, and the picture again when she asks", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(unknownEnding);
  let carries = false;
  await page.route(/\/video\/[^/]+\/original/, (route) => (carries ? route.continue() : undefined));
  const forms = fetchedForms(page);
  await openLecture(page);
  await begin(page, words);
  const mode = words("reading-along:quality.name.audio");
  await expect(page.getByText(words("reading-along:quality.notice.stall", { mode }))).toBeVisible({ timeout: 30_000 });
  await playTo(page, 2);
  expect(forms).toEqual(["original", "audio"]);
  carries = true;
  await page.getByRole("button", { name: words("reading-along:quality.goBackUp", { wanted: "" }).trim() }).click();
  await playTo(page, 3);
  await expect.poll(() => forms).toEqual(["original", "audio", "original"]);
});

test("the limit of a month is kept to, and gone beyond only when she says so", async ({ page, words, faults }) => {
  faults.expect(/^400 POST \/account\/video/);
  const forms = fetchedForms(page);
  const { path } = await openLecture(page);
  const limit = page.getByLabel(words("account:video.limit"));
  const save = page.getByRole("button", { name: words("account:video.save") });
  await open(page, "/account/video");
  await limit.fill("كثير");
  await save.click();
  await expect(page.getByText(words("account:video.errors.limit"))).toBeVisible();
  await expect(limit).toHaveValue("كثير");
  await limit.fill("٠");
  await save.click();
  await expect(page.getByText(words("account:video.saved"))).toBeVisible();

  await openPath(page, path);
  await expect(page.getByText(words("reading-along:slides.notCounted"))).toBeVisible();
  const size = formatBytes(93_651, formatsOf("ar"));
  expect(forms).toEqual([]);
  await page.getByRole("button", { name: words("reading-along:quality.goBeyond", { size }) }).click();
  await begin(page, words);
  await playTo(page, 2);
  expect(forms).toEqual(["original"]);

  const reached = words("account:video.reached", { used: size, limit: formatBytes(0, formatsOf("ar")) });
  await page.goto("about:blank");
  await expectOnAccount(page, reached);
});

test("what a sitting took on a dead line is told when the learner comes back", async ({
  page,
  context,
  words,
  faults,
}) => {
  faults.expect(/ERR_FAILED POST \/resources\/data-use/);
  const { path } = await openLecture(page);
  await context.route("**/resources/data-use", (route) => route.abort());
  const tried = page.waitForRequest("**/resources/data-use", { timeout: 30_000 });
  await begin(page, words);
  await tried;
  // Nothing is told on leaving: it would be told before she comes back.
  await crash(page);
  await context.unroute("**/resources/data-use");
  const again = await context.newPage();
  const told = again.waitForResponse((answer) => answer.url().endsWith("/resources/data-use") && answer.ok());
  await open(again, path);
  await told;
  await expectOnAccount(again, words("account:video.spent", { used: formatBytes(93_651, formatsOf("ar")) }));
});
