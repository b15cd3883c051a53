import type { BrowserContext, Page } from "@playwright/test";
import { countSeconds } from "#app/features/lecture/watching/seconds.ts";
import { findBarriers } from "./barriers.ts";
import { crash } from "./crash.ts";
import { expect, open, test } from "./journey.ts";
import { countedSeconds, createLectureCourse } from "./lecture-scene.ts";
import { becomeLearnerQuickly, enrolQuickly, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

type Played = { at: number; paused: boolean; ranges: [number, number][] };

/** The video within the player, as it stands. */
const look = (page: Page): Promise<Played> =>
  page.evaluate(() => {
    const player = document.querySelector("mux-player");
    const video = player && "media" in player ? player.media : null;
    const media = video && typeof video === "object" && "nativeEl" in video ? video.nativeEl : null;
    if (!(media instanceof HTMLVideoElement)) return { at: 0, paused: true, ranges: [] };
    const ranges = Array.from({ length: media.played.length }, (_, i): [number, number] => [
      media.played.start(i),
      media.played.end(i),
    ]);
    return { at: media.currentTime, paused: media.paused, ranges };
  });

const playTo = (page: Page, seconds: number) =>
  expect.poll(async () => (await look(page)).at, { timeout: 75_000, intervals: [100] }).toBeGreaterThan(seconds);

const lengthOf = (ranges: readonly (readonly [number, number])[]) =>
  ranges.reduce((sum, [from, to]) => sum + to - from, 0);

const begin = (page: Page, words: Words) =>
  page
    .getByRole("button", { name: words("lecture:begin") })
    .first()
    .click();

/** How many seconds were played as good as whole: a second of which a twentieth is missing does not count. */
function wholeSeconds(played: readonly (readonly [number, number])[]): number {
  const inSecond = (second: number) =>
    played.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, second + 1) - Math.max(from, second)), 0);
  return Array.from({ length: 60 }, (_, second) => inSecond(second)).filter((share) => share >= 0.95).length;
}

/** The lecture's own scripts come after those of the page; keys that are pressed before then go nowhere. */
async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector(".lecture-begin") ?? {}).some((key) => key.startsWith("__reactProps$")),
  );
  // Keys are listened to in an effect, which comes after the paint: when the page has nothing left to do, it has run.
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => requestIdleCallback(() => done()))));
}

/** What the academy has counted is what was played, give or take one second. */
async function expectCounted(lessonId: string, played: readonly (readonly [number, number])[]) {
  await expect
    .poll(async () => Math.abs(countSeconds(await countedSeconds(lessonId)) - wholeSeconds(played)), {
      timeout: 20_000,
    })
    .toBeLessThanOrEqual(1);
}

async function enrolInLecture(page: Page) {
  const lecture = await createLectureCourse();
  const person = await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, lecture.slug);
  return { ...lecture, person };
}

/** All that pages ask of anybody but the academy. */
function foreignRequests(context: BrowserContext): string[] {
  const seen: string[] = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== process.env.ACADEMY_ORIGIN) seen.push(request.url());
  });
  return seen;
}

test("what is played counts, and nothing else; a killed tab loses nothing, and another device goes on there", async ({
  page,
  context,
  browser,
  words,
  faults,
}) => {
  test.setTimeout(120_000);
  const foreign = foreignRequests(context);
  const { path, lessonId, person } = await enrolInLecture(page);
  await open(page, path);
  await begin(page, words);
  await playTo(page, 5);
  await page.keyboard.press(" ");
  await expect.poll(async () => (await look(page)).paused).toBe(true);
  await page.getByRole("button", { name: "النقش" }).click();
  await playTo(page, 34);
  const before = await look(page);
  expect(lengthOf(before.ranges)).toBeLessThan(15);
  await crash(page);

  const again = await context.newPage();
  await open(again, path);
  await expectCounted(lessonId, before.ranges);
  await again.getByRole("button", { name: new RegExp(words("lecture:goOn", { time: "" }).trim()) }).click();
  await expect.poll(async () => (await look(again)).paused).toBe(false);
  const resumed = await look(again);
  expect(Math.abs((resumed.ranges[0]?.[0] ?? 0) - before.at)).toBeLessThanOrEqual(2);
  await playTo(again, before.at + 3);
  await again.keyboard.press(" ");
  const left = await look(again);
  await expectCounted(lessonId, [...before.ranges, [before.at, left.at]]);

  const other = await browser.newContext({ locale: "ar", extraHTTPHeaders: { "Accept-Language": "ar" } });
  faults.watch(other);
  await signInQuickly(other.request, person);
  const phone = await other.newPage();
  await open(phone, path);
  await phone.getByRole("button", { name: new RegExp(words("lecture:goOn", { time: "" }).trim()) }).click();
  await expect.poll(async () => (await look(phone)).paused).toBe(false);
  expect(Math.abs(((await look(phone)).ranges[0]?.[0] ?? 0) - left.at)).toBeLessThanOrEqual(2);
  await other.close();
  expect(foreign).toEqual([]);
});

test("a minute without a line is counted when it is back, and the lesson is complete by itself", async ({
  page,
  context,
  words,
  faults,
}) => {
  test.setTimeout(120_000);
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  const { path, lessonId } = await enrolInLecture(page);
  await open(page, path);
  await begin(page, words);
  await playTo(page, 1);
  await context.setOffline(true);
  await expect(page.getByText(words("lecture:saving.kept"))).toBeVisible({ timeout: 20_000 });
  await playTo(page, 59.5);
  expect(countSeconds(await countedSeconds(lessonId))).toBeLessThan(5);
  await context.setOffline(false);
  await expectCounted(lessonId, [[0, 60]]);
  await expect(page.getByText(words("progress:why.finished"))).toBeVisible();
  await expect(page.getByText(words("lecture:saving.kept"))).toBeHidden();
});

test("a lecture is watched by the keyboard alone", async ({ page, words }) => {
  test.setTimeout(90_000);
  const { path } = await enrolInLecture(page);
  await open(page, path);
  await awake(page);
  await page.keyboard.press(" ");
  await playTo(page, 1);
  await page.keyboard.press("ArrowRight");
  await playTo(page, 6);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await look(page)).at).toBeLessThan(5);
  await page.keyboard.press("g");
  await playTo(page, 6);
  await page.keyboard.press(">");
  await expect(page.getByRole("combobox", { name: words("lecture:controls.speed") })).toHaveValue("1.25");
  const captions = () =>
    page.evaluate(() => {
      const player = document.querySelector("mux-player");
      const tracks = player && "textTracks" in player ? player.textTracks : null;
      if (!(tracks instanceof EventTarget) || !(Symbol.iterator in tracks)) return -1;
      const all = Array.from({ ...tracks, length: "length" in tracks ? Number(tracks.length) : 0 });
      return all.filter((track) => track instanceof TextTrack && track.kind === "captions" && track.mode === "showing")
        .length;
    });
  await page.keyboard.press("c");
  await expect.poll(captions).toBe(1);
  await page.keyboard.press("c");
  await expect.poll(captions).toBe(0);
  await page.keyboard.press(" ");
  await expect.poll(async () => (await look(page)).paused).toBe(true);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText(words("lecture:keys.gap"))).toBeVisible();
});

for (const [device, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
})) {
  for (const locale of ["ar", "en"] as const) {
    test.describe(`${device} in ${locale}`, () => {
      test.use({ locale, viewport });
      test("a lecture has no barriers, in light and in dark, before and while it plays", async ({
        page,
        words,
        faults,
      }) => {
        test.setTimeout(120_000);
        // What axe looks at it copies, with the styles that the player's scripts have set.
        faults.expect(/^console: Applying inline style violates/);
        const { path } = await enrolInLecture(page);
        await open(page, path);
        await expect(page.getByRole("button", { name: words("lecture:begin") }).first()).toBeVisible();
        expect(await findBarriers(page), "before").toEqual([]);
        await begin(page, words);
        await playTo(page, 2);
        await page.keyboard.press(" ");
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await findBarriers(page), `${colorScheme}, playing`).toEqual([]);
        }
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(beyond).toBeLessThanOrEqual(0);
      });
    });
  }
}
