import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

const MEGABYTE = 1024 * 1024;
let folder = "";
let file = "";

/** A minute of real video, made large by a box that players pass over (`free`, ISO/IEC 14496-12, 8.1.2). */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maqdis-upload-"));
  file = join(folder, "minute.mp4");
  const minute = await readFile("tests/fixtures/video/minute.mp4");
  const free = Buffer.alloc(60 * MEGABYTE);
  free.writeUInt32BE(free.length, 0);
  free.write("free", 4, "latin1");
  await writeFile(file, Buffer.concat([minute, free]));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

type Maker = { page: Page; words: Words };

async function openNewLecture({ page, words }: Maker) {
  // Of its own: a lecture whose video never came keeps a course from being released.
  await open(page, `/teach/${await createDraftCourse()}`);
  const section = page.locator("details", { hasText: words("lecture-editor:add.title") }).first();
  await section.locator("summary").click();
  for (const locale of ["ar", "en"] as const) {
    const language = localeNames[locale];
    await section.getByLabel(words("lecture-editor:add.nameIn", { language })).fill(`Upload ${locale}`);
    await section.getByLabel(words("lecture-editor:add.summaryIn", { language })).fill("An upload.");
  }
  await section.getByRole("button", { name: words("lecture-editor:add.submit") }).click();
  await page.waitForURL((url) => url.pathname.split("/").length > 3);
}

const uploader = ({ page, words }: Maker) => page.getByRole("region", { name: words("video:upload.title") });

const share = (maker: Maker) =>
  uploader(maker)
    .getByRole("progressbar")
    .evaluate((bar: HTMLProgressElement) => bar.value)
    .catch(() => -1);

/** How many bytes the academy has, as the upload's own address says. */
async function countReceived(page: Page, address: string): Promise<number> {
  const answer = await page.request.head(address, { headers: { "Tus-Resumable": "1.0.0" } });
  return Number(answer.headers()["upload-offset"]);
}

test("an upload is paused, loses its line, loses its page, and is whole in the end", async ({
  page,
  words,
  faults,
}) => {
  test.setTimeout(150_000);
  const maker = { page, words };
  faults.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_CHANGED/);
  await signInQuickly(page.request, samplePerson("instructor"));
  await openNewLecture(maker);
  const devtools = await page.context().newCDPSession(page);
  const line = (offline: boolean) =>
    devtools.send("Network.emulateNetworkConditions", {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 6 * MEGABYTE,
    });
  await line(false);
  const begun = page.waitForResponse(/\/resources\/videos$/);
  await uploader(maker).locator("input[type=file]").setInputFiles(file);
  const { address, videoId } = await (await begun).json();
  await expect.poll(() => share(maker), { timeout: 30_000 }).toBeGreaterThan(15);
  expect(await findBarriers(page)).toEqual([]);

  await uploader(maker)
    .getByRole("button", { name: words("video:upload.pause") })
    .click();
  await expect(uploader(maker).locator("[data-upload=paused]")).toBeVisible();
  const paused = await countReceived(page, address);
  await page.waitForTimeout(1_000);
  expect(await countReceived(page, address)).toBe(paused);
  await uploader(maker)
    .getByRole("button", { name: words("video:upload.resume") })
    .click();
  await expect.poll(() => share(maker), { timeout: 30_000 }).toBeGreaterThan(30);

  await line(true);
  await expect(uploader(maker).locator("[data-upload=lost]")).toBeVisible({ timeout: 20_000 });
  const lost = await countReceived(page, address);
  expect(lost).toBeGreaterThanOrEqual(paused);
  await line(false);
  await expect.poll(() => share(maker), { timeout: 40_000 }).toBeGreaterThan(45);

  await page.reload();
  const stopped = await countReceived(page, address);
  expect(stopped).toBeGreaterThanOrEqual(lost);
  await expect(uploader(maker).getByRole("button", { name: words("video:upload.cancel") })).toBeVisible();
  await expect(uploader(maker).getByText(words("video:upload.chooseSame"))).toBeVisible();
  const first = page.waitForRequest((request) => request.method() === "PATCH");
  await uploader(maker).locator("input[type=file]").setInputFiles(file);
  expect(Number((await first).headers()["upload-offset"])).toBeGreaterThanOrEqual(stopped);
  await expect(page.locator("video")).toBeVisible({ timeout: 60_000 });
  const state = await (await page.request.get(`/resources/videos/${videoId}`)).json();
  expect(state).toMatchObject({ state: "ready", received: state.bytes });
  expect(await page.locator("video").evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThanOrEqual(0);
});

test("an upload is given up after being asked, and a file that is no video is said to be none", async ({
  page,
  words,
}) => {
  const maker = { page, words };
  await signInQuickly(page.request, samplePerson("instructor"));
  await openNewLecture(maker);
  const choose = (name: string, buffer: Buffer) =>
    uploader(maker).locator("input[type=file]").setInputFiles({ name, mimeType: "video/mp4", buffer });
  await choose("letter.mp4", Buffer.from("This is a letter. ".repeat(1_000)));
  await expect(uploader(maker).getByText(words("video:failures.notVideo"))).toBeVisible({ timeout: 20_000 });

  await page.route(/\/resources\/uploads\//, (route) => new Promise(() => void route));
  await choose("slow.mp4", Buffer.alloc(MEGABYTE));
  await uploader(maker)
    .getByRole("button", { name: words("video:upload.cancel") })
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("video:upload.cancelConfirm") })
    .click();
  await expect(uploader(maker).getByText(words("video:upload.choose"), { exact: true })).toBeVisible();
  await expect(uploader(maker).getByRole("progressbar")).toBeHidden();
});
